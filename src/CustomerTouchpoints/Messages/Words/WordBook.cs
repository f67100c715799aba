using System.Collections.Frozen;
using System.Globalization;

namespace CustomerTouchpoints.Messages.Words;

/// <summary>All words that the library itself writes into a message, in one culture.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed class WordBook
{
    private readonly FrozenDictionary<string, string> words;

    private WordBook(CultureInfo culture, FrozenDictionary<string, string> words)
    {
        Culture = culture;
        this.words = words;
    }

    public CultureInfo Culture { get; }

    private static IReadOnlyList<WordTable> Tables =>
        [RelativeTimeWords.Table, DateWords.Table, ProgressWords.Table, GreetingWords.Table, ContactWords.Table, FooterWords.Table];

    /// <summary>Every key that a host may give words for, besides <c>journey.</c> and a lifecycle's name.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. Tables.SelectMany(table => table.Keys)];

    /// <summary>Opens the words of a culture: the host's own first, then the culture's language, then English.</summary>
    public static WordBook For(CultureInfo culture, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> hosts)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        string language = culture.TwoLetterISOLanguageName;
        foreach ((string key, WordTable.Row row) in Tables.SelectMany(table => table))
        {
            words[key] = row.In(language);
        }

        foreach (string name in CultureChain.Of(culture).Reverse())
        {
            foreach ((string key, string own) in hosts.GetValueOrDefault(name) ?? FrozenDictionary<string, string>.Empty)
            {
                if (IsFormat(own))
                {
                    words[key] = own;
                }
            }
        }

        return new WordBook(culture, words.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>Whether values can be filled into a text.</summary>
    public static bool IsFormat(string text)
    {
        try
        {
            _ = string.Format(CultureInfo.InvariantCulture, text, "", "");
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The words for a key, with values filled in.</summary>
    public string Say(string key, params ReadOnlySpan<object?> values) => string.Format(Culture, words[key], values);

    /// <summary>The words for a count: <c>.one</c> or <c>.other</c> of the key.</summary>
    public string SayCount(string key, long count)
    {
        bool one = count == 1 || (count == 0 && Culture.TwoLetterISOLanguageName == "fr");
        return Say(key + (one ? ".one" : ".other"), count);
    }

    /// <summary>How a journey is called: "your order 1042". Long keys are left out: nobody reads them.</summary>
    public string Journey(string lifecycle, string key)
    {
        string format = words.GetValueOrDefault(FooterWords.JourneyPrefix + lifecycle) ?? words["journey"];
        return string.Format(Culture, format, key.Length <= 24 ? key : "").Trim();
    }
}
