using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;

namespace CustomerTouchpoints.Messages.Words;

/// <summary>All words that the library itself writes into a message, in one culture.</summary>
/// <remarks>Thread-safe; what it says never changes.</remarks>
internal sealed class WordBook
{
    private readonly FrozenDictionary<string, string> words;

    /// <summary>As many as the lifecycles have steps.</summary>
    private readonly ConcurrentDictionary<(string Lifecycle, string State, string? Otherwise), string?> steps = new();

    private WordBook(CultureInfo culture, FrozenDictionary<string, string> words)
    {
        Culture = culture;
        this.words = words;
    }

    public CultureInfo Culture { get; }

    private static IReadOnlyList<WordTable> Tables =>
        [
            RelativeTimeWords.Table,
            DateWords.Table,
            ProgressWords.Table,
            GreetingWords.Table,
            ContactWords.Table,
            FooterWords.Table,
            PageWords.Table,
            FeedbackWords.Table,
        ];

    /// <summary>Every key that a host may give words for, besides <c>journey.</c> and a lifecycle's name.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. Tables.SelectMany(table => table.Keys)];

    /// <summary>Whether a host may give words for a key: a known one, or another plural category of a known one.</summary>
    public static bool IsKey(string key) =>
        Keys.Contains(key)
        || (
            key.LastIndexOf('.') is var dot and > 0
            && PluralRules.Special.Contains(key[(dot + 1)..])
            && Keys.Contains($"{key[..dot]}.{PluralRules.Other}")
        );

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

        if (!WordTable.Languages.Contains(language))
        {
            DropBorrowedForms(words);
        }

        return new WordBook(culture, words.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>Where the host has said how many of something are called, no English form of one stays beside it.</summary>
    private static void DropBorrowedForms(Dictionary<string, string> words)
    {
        foreach ((string key, WordTable.Row row) in Tables.SelectMany(table => table))
        {
            if (
                key.EndsWith(".one", StringComparison.Ordinal)
                && words[key] == row.En
                && $"{key[..^".one".Length]}.{PluralRules.Other}" is var other
                && Tables.Single(table => table.ContainsKey(other))[other].En != words[other]
            )
            {
                words.Remove(key);
            }
        }
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

    /// <summary>
    /// The words for a count: those of its plural category in the culture, such as <c>.few</c> of the key, else its <c>.other</c>.
    /// </summary>
    public string SayCount(string key, long count)
    {
        string special = $"{key}.{PluralRules.CategoryOf(Culture.Name, count)}";
        return Say(words.ContainsKey(special) ? special : $"{key}.{PluralRules.Other}", count);
    }

    /// <summary>
    /// How a step of a line is called, as a line of its own: as the host has said it in this language, else in the words given; null where
    /// there are none.
    /// </summary>
    public string? Step(string lifecycle, string state, string? otherwise) =>
        steps.GetOrAdd(
            (lifecycle, state, otherwise),
            static (step, book) =>
                StepWords.Line(book.words.GetValueOrDefault(StepWords.KeyOf(step.Lifecycle, step.State)) ?? step.Otherwise),
            this
        );

    /// <summary>How a journey is called: "your order 1042". Long keys are left out: nobody reads them.</summary>
    public string Journey(string lifecycle, string key)
    {
        string format = words.GetValueOrDefault(FooterWords.JourneyPrefix + lifecycle) ?? words["journey"];
        return string.Format(Culture, format, key.Length <= 24 ? key : "").Trim();
    }
}
