using System.Globalization;
using System.Text;

namespace CustomerTouchpoints.Knowledge.Indexing;

/// <summary>Cuts texts into words and words down to their stems; the same for what is indexed and for what is asked.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Words
{
    /// <summary>What stands before the first word of a pair.</summary>
    private const string Beginning = "^";

    private const int LongestWord = 60;

    private readonly Stems stems = new();

    /// <summary>The words of a text, in their order.</summary>
    public List<Word> Of(string text, string language)
    {
        var words = new List<Word>();
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool inside = i < text.Length && IsPart(text, i, start);
            if (inside && IsIdeographic(text[i]))
            {
                Add(text, start, i, language, words);
                start = -1;
                AddCharacters(text, i, words);
            }
            else if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside)
            {
                Add(text, start, i, language, words);
                start = -1;
            }
        }

        return words;
    }

    /// <summary>Pairs of words that stand together, such as <c>top up</c>; the first word stands after the beginning.</summary>
    public static IEnumerable<string> Pairs(IReadOnlyList<string> stems)
    {
        for (int i = 0; i < stems.Count; i++)
        {
            yield return $"{(i == 0 ? Beginning : stems[i - 1])} {stems[i]}";
        }
    }

    private void Add(string text, int start, int end, string language, List<Word> words)
    {
        if (start < 0)
        {
            return;
        }

        string word = text[start..end].Replace('’', '\'').ToLower(CultureInfo.InvariantCulture);
        if (language == "en" && word.EndsWith("n't", StringComparison.Ordinal))
        {
            // What a customer can't do is another question than what they can.
            AddStem(text, start, end, word[..^3], language, words);
            words.Add(new Word(start, end - start, "not"));
            return;
        }

        string[] parts = word.Split('\'', StringSplitOptions.RemoveEmptyEntries);
        if (language == "en")
        {
            AddStem(text, start, end, parts.FirstOrDefault(""), language, words);
            return;
        }

        foreach (string part in parts)
        {
            AddStem(text, start, end, part, language, words);
        }
    }

    private void AddStem(string text, int start, int end, string word, string language, List<Word> words)
    {
        if (word.Length > 0)
        {
            string stem = Plain(stems.Of(word.Length > LongestWord ? word[..LongestWord] : word, language));
            if (stem.Length > 0)
            {
                words.Add(new Word(start, Math.Min(end, text.Length) - start, stem));
            }
        }
    }

    /// <summary>Scripts without blanks are cut into pairs of characters.</summary>
    private static void AddCharacters(string text, int index, List<Word> words)
    {
        bool hasNext = index + 1 < text.Length && IsIdeographic(text[index + 1]);
        bool hadBefore = index > 0 && IsIdeographic(text[index - 1]);
        if (hasNext || !hadBefore)
        {
            words.Add(new Word(index, hasNext ? 2 : 1, text.Substring(index, hasNext ? 2 : 1)));
        }
    }

    private static bool IsPart(string text, int index, int start) =>
        char.IsLetterOrDigit(text[index])
        || (start >= 0 && char.GetUnicodeCategory(text[index]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
        || (start >= 0 && text[index] is '\'' or '’' && index + 1 < text.Length && char.IsLetter(text[index + 1]));

    private static bool IsIdeographic(char c) =>
        c is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\u0e00' and <= '\u0e7f');

    /// <summary>Customers leave accents out.</summary>
    private static string Plain(string stem)
    {
        if (Ascii.IsValid(stem))
        {
            return stem;
        }

        var plain = new StringBuilder(stem.Length);
        foreach (char c in stem.Normalize(NormalizationForm.FormD).Where(char.IsLetterOrDigit))
        {
            plain.Append(c);
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }
}
