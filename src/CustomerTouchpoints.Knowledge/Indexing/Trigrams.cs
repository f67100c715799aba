using System.Globalization;

namespace CustomerTouchpoints.Knowledge.Indexing;

/// <summary>Every three characters in a row: what stays alike when somebody mistypes.</summary>
internal static class Trigrams
{
    /// <summary>Those of a word, with its beginning and its end.</summary>
    public static IEnumerable<string> Of(string word)
    {
        string padded = $"#{word}#";
        for (int i = 0; i + 3 <= padded.Length; i++)
        {
            yield return padded.Substring(i, 3);
        }
    }

    /// <summary>Those of a whole text, as numbers; sorted, each once.</summary>
    public static ulong[] OfText(string text)
    {
        var found = new List<ulong>(text.Length);
        ulong window = 0;
        int length = 0;
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                length = length == 0 ? Push(ref window, '#', 0, found) : length;
                length = Push(ref window, char.ToLower(c, CultureInfo.InvariantCulture), length, found);
            }
            else if (length > 0)
            {
                Push(ref window, '#', length, found);
                length = 0;
            }
        }

        if (length > 0)
        {
            Push(ref window, '#', length, found);
        }

        found.Sort();
        return [.. found.Distinct()];
    }

    /// <summary>The cosine of two sets: 1 for the same, 0 for strangers.</summary>
    public static double Likeness(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        int shared = 0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length; )
        {
            int order = one[i].CompareTo(other[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared == 0 ? 0 : shared / Math.Sqrt((double)one.Length * other.Length);
    }

    private static int Push(ref ulong window, char c, int length, List<ulong> found)
    {
        window = ((window << 16) | c) & 0xFFFF_FFFF_FFFF;
        if (length >= 2)
        {
            found.Add(window);
        }

        return length + 1;
    }
}
