using System.Collections.Concurrent;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace CustomerTouchpoints.Knowledge.Indexing;

/// <summary>The Snowball stemmers, by language. A language without one keeps its words as they are.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Stems
{
    private static readonly Dictionary<string, Func<SnowballProgram>> Known = new(StringComparer.Ordinal)
    {
        ["ca"] = () => new CatalanStemmer(),
        ["da"] = () => new DanishStemmer(),
        ["de"] = () => new GermanStemmer(),
        ["en"] = () => new EnglishStemmer(),
        ["es"] = () => new SpanishStemmer(),
        ["eu"] = () => new BasqueStemmer(),
        ["fi"] = () => new FinnishStemmer(),
        ["fr"] = () => new FrenchStemmer(),
        ["ga"] = () => new IrishStemmer(),
        ["hu"] = () => new HungarianStemmer(),
        ["hy"] = () => new ArmenianStemmer(),
        ["it"] = () => new ItalianStemmer(),
        ["nl"] = () => new DutchStemmer(),
        ["no"] = () => new NorwegianStemmer(),
        ["nb"] = () => new NorwegianStemmer(),
        ["nn"] = () => new NorwegianStemmer(),
        ["pt"] = () => new PortugueseStemmer(),
        ["ro"] = () => new RomanianStemmer(),
        ["ru"] = () => new RussianStemmer(),
        ["sv"] = () => new SwedishStemmer(),
        ["tr"] = () => new TurkishStemmer(),
    };

    private readonly ConcurrentDictionary<string, ConcurrentBag<SnowballProgram>> idle = new(StringComparer.Ordinal);

    /// <summary>The stem of a lower-case word.</summary>
    public string Of(string word, string language)
    {
        if (!Known.TryGetValue(language, out Func<SnowballProgram>? make))
        {
            return word;
        }

        // A stemmer works on a buffer of its own: one thread at a time has it.
        ConcurrentBag<SnowballProgram> stemmers = idle.GetOrAdd(language, _ => []);
        SnowballProgram stemmer = stemmers.TryTake(out SnowballProgram? spare) ? spare : make();
        stemmer.SetCurrent(word);
        stemmer.Stem();
        string stem = stemmer.Current;
        stemmers.Add(stemmer);
        return stem.Length == 0 ? word : stem;
    }
}
