using CustomerTouchpoints.Knowledge.Articles;
using CustomerTouchpoints.Knowledge.Meaning;

namespace CustomerTouchpoints.Knowledge.Indexing;

/// <summary>All by which one version of an article is found. A pure function of its content.</summary>
/// <param name="Phrases">Question, variants, answer.</param>
/// <param name="Terms">In how many of its questions each stem, and each pair of stems, stands.</param>
internal sealed record ArticleIndex(IReadOnlyList<IndexedPhrase> Phrases, IReadOnlyDictionary<string, int> Terms)
{
    /// <summary>How many of the phrases are questions.</summary>
    public int Questions => Phrases.Count(phrase => phrase.Kind == PhraseKind.Question);

    /// <summary>How many words all its questions have.</summary>
    public int WordsOfQuestions => Phrases.Where(phrase => phrase.Kind == PhraseKind.Question).Sum(phrase => phrase.Stems.Count);

    public static ArticleIndex Of(ArticleContent content, string language, Words words, ISentenceEncoder? encoder)
    {
        var phrases = new List<IndexedPhrase>();
        var terms = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string question in content.Variants.Prepend(content.Question).Distinct(StringComparer.Ordinal))
        {
            string[] stems = [.. words.Of(question, language).Select(word => word.Stem)];
            phrases.Add(new IndexedPhrase(PhraseKind.Question, question, stems, encoder?.Encode(question)));
            foreach (string term in stems.Concat(Words.Pairs(stems)).Distinct(StringComparer.Ordinal))
            {
                terms[term] = terms.GetValueOrDefault(term) + 1;
            }
        }

        string[] answer = [.. words.Of(content.Answer, language).Select(word => word.Stem)];
        phrases.Add(new IndexedPhrase(PhraseKind.Answer, content.Answer, answer, Vector: null));

        // A word that stands in the answer only is known, too, though in none of the questions.
        foreach (string stem in answer)
        {
            terms.TryAdd(stem, 0);
        }

        return new ArticleIndex(phrases, terms);
    }
}
