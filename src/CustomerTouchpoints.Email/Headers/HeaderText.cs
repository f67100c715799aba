using System.Globalization;
using System.Text;

namespace CustomerTouchpoints.Email.Headers;

/// <summary>What may stand in a header at all: one line of text. It reads a value before any other code does.</summary>
internal static class HeaderText
{
    /// <summary>The longest text in UTF-16 units. Far more than people write, and far less than servers refuse.</summary>
    public const int MaxLength = 1000;

    /// <summary>Null, or what is wrong, as the end of a sentence that begins with the value: "has a control character".</summary>
    public static string? Fault(string value)
    {
        if (value.Length > MaxLength)
        {
            return $"is longer than {MaxLength} characters";
        }

        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (char.IsControl(c))
            {
                return "has a control character";
            }

            if (IsSeparator(c))
            {
                return "has a line separator";
            }

            if (char.IsSurrogate(c) && !(i + 1 < value.Length && char.IsSurrogatePair(c, value[++i])))
            {
                return "has half a surrogate pair";
            }
        }

        return null;
    }

    /// <summary>
    /// A text as one line that may stand in a header: a run of control characters and line separators becomes one blank, half a surrogate
    /// pair the replacement character, and what is too long is cut.
    /// </summary>
    public static string OneLine(string value)
    {
        if (Fault(value) is null)
        {
            return value;
        }

        var line = new StringBuilder(Math.Min(value.Length, MaxLength));
        bool gap = false;
        foreach (Rune rune in value.EnumerateRunes())
        {
            if (rune.Utf16SequenceLength == 1 && ((char)rune.Value is var c) && (char.IsControl(c) || IsSeparator(c)))
            {
                gap = line.Length > 0;
                continue;
            }

            if (line.Length + rune.Utf16SequenceLength + (gap ? 1 : 0) >= MaxLength)
            {
                line.Append('…');
                break;
            }

            line.Append(gap && line[^1] != ' ' && rune.Value != ' ' ? " " : "").Append(rune.ToString());
            gap = false;
        }

        return line.ToString();
    }

    /// <summary>A value without the blanks and the invisible characters around it, which come with copying and pasting.</summary>
    public static string Bare(string value)
    {
        int start = 0;
        int end = value.Length;
        while (start < end && IsInvisible(value[start]))
        {
            start++;
        }

        while (end > start && IsInvisible(value[end - 1]))
        {
            end--;
        }

        return value[start..end];
    }

    /// <summary>The value itself, if it may stand in a header.</summary>
    /// <exception cref="ArgumentException">It may not; the message does not repeat it.</exception>
    public static string Checked(string value, string what)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Fault(value) is { } fault ? throw new ArgumentException($"The {what} {fault}.", nameof(value)) : value;
    }

    /// <summary>Whether it is a mark that belongs to the letter before it.</summary>
    public static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    private static bool IsSeparator(char c) => c is '\u2028' or '\u2029';

    private static bool IsInvisible(char c) =>
        char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format && c is not ('\u200C' or '\u200D');
}
