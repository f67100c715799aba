using System.Globalization;
using System.Text;

namespace CustomerTouchpoints.Reasons;

/// <summary>
/// Texts of the host's own code (senders, lookups, directories, handlers) on their way in: whatever they hold, every store can keep them,
/// every log can show them, and none is longer than it should be.
/// </summary>
internal static class HostText
{
    /// <summary>How long a value of a reason may be, in characters.</summary>
    public const int LongestValue = 1_000;

    /// <summary>
    /// The text without control characters (line breaks and tabs become blanks), with U+FFFD where half a surrogate pair was, and cut
    /// where it is longer than this: its end then says how much was left out. What is clean already is returned as it is.
    /// </summary>
    public static string Clean(string text, int atMost = LongestValue) => Clean(text, atMost, keepsLines: false);

    /// <summary>The same, with its line breaks and tabs.</summary>
    public static string CleanLines(string text, int atMost) => Clean(text, atMost, keepsLines: true);

    /// <summary>Whether the text has half of a surrogate pair, which no encoding can carry.</summary>
    public static bool HasHalfPair(string text)
    {
        for (int i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return true;
            }

            i++;
        }

        return false;
    }

    private static string Clean(string text, int atMost, bool keepsLines) =>
        text.Length <= atMost && (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') || IsClean(text, keepsLines))
            ? text
            : Mended(text, atMost, keepsLines);

    private static bool IsClean(string text, bool keepsLines) =>
        !text.AsSpan().ContainsAnyInRange('\0', keepsLines ? '\b' : '\u001F')
        && !text.Any(c => char.IsControl(c) && !(keepsLines && IsLine(c)))
        && !HasHalfPair(text);

    private static bool IsLine(int c) => c is '\n' or '\r' or '\t';

    private static string Mended(string text, int atMost, bool keepsLines)
    {
        int end = text.Length;
        if (end > atMost)
        {
            // As many digits as the whole has: what is said of the cut fits beside what is kept.
            end = atMost - LeftOut(text.Length).Length;
            end -= char.IsSurrogatePair(text[end - 1], text[end]) ? 1 : 0;
        }

        var clean = new StringBuilder(end);
        foreach (Rune rune in text.AsSpan(0, end).EnumerateRunes())
        {
            // Half a pair is enumerated as U+FFFD.
            if (!Rune.IsControl(rune) || (keepsLines && IsLine(rune.Value)))
            {
                clean.Append(rune.ToString());
            }
            else if (IsLine(rune.Value))
            {
                clean.Append(' ');
            }
        }

        return end < text.Length ? clean.Append(LeftOut(text.Length - end)).ToString() : clean.ToString();
    }

    private static string LeftOut(int characters) => string.Create(CultureInfo.InvariantCulture, $"… ({characters:N0} more characters)");
}
