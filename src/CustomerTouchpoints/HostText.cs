using System.Globalization;
using System.Text;

namespace CustomerTouchpoints;

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
    public static string Clean(string text, int atMost = LongestValue) =>
        text.Length <= atMost && !text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? text : Mended(text, atMost);

    private static string Mended(string text, int atMost)
    {
        string leftOut = "";
        int end = text.Length;
        if (end > atMost)
        {
            // As many digits as the whole has: what is said of the cut fits beside what is kept.
            end = atMost - LeftOut(text.Length).Length;
            leftOut = LeftOut(text.Length - end);
        }

        if (end < text.Length && end > 0 && char.IsHighSurrogate(text[end - 1]) && char.IsLowSurrogate(text[end]))
        {
            end--;
            leftOut = LeftOut(text.Length - end);
        }

        var clean = new StringBuilder(end + leftOut.Length);
        foreach (Rune rune in text.AsSpan(0, end).EnumerateRunes())
        {
            // Half a pair is enumerated as U+FFFD.
            if (!Rune.IsControl(rune))
            {
                clean.Append(rune.ToString());
            }
            else if (rune.Value is '\n' or '\r' or '\t')
            {
                clean.Append(' ');
            }
        }

        return clean.Append(leftOut).ToString();
    }

    private static string LeftOut(int characters) =>
        string.Create(CultureInfo.InvariantCulture, $"… ({characters:N0} more characters)");
}
