using System.Buffers;
using System.Globalization;
using System.Text;

namespace CustomerTouchpoints.Messages.Text;

/// <summary>
/// Makes a value one harmless line: no control characters or line breaks, no characters that reorder or hide text. Joiners stay where
/// scripts and emoji need them, between two characters beyond ASCII.
/// </summary>
internal static class TextSafety
{
    private const char ReplacementCharacter = '\uFFFD';

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
    );

    /// <summary>The value as one line, blanks collapsed, without blanks at its ends.</summary>
    public static string OneLine(string value)
    {
        if (
            !value.AsSpan().ContainsAnyExcept(Plain)
            && value is not ([' ', ..] or [.., ' '])
            && !value.Contains("  ", StringComparison.Ordinal)
        )
        {
            return value;
        }

        var line = new StringBuilder(value.Length);
        bool blank = false;
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (IsBlank(c))
            {
                blank = line.Length > 0;
                continue;
            }

            if (IsDropped(value, i))
            {
                continue;
            }

            if (blank)
            {
                line.Append(' ');
                blank = false;
            }

            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                if (!IsTag(char.ConvertToUtf32(c, value[i + 1])))
                {
                    line.Append(c).Append(value[i + 1]);
                }

                i++;
            }
            else
            {
                line.Append(char.IsSurrogate(c) ? ReplacementCharacter : c);
            }
        }

        return line.ToString();
    }

    /// <summary>The value as one line, or null when nothing is left of it.</summary>
    public static string? OneLineOrNull(string? value) => value is null || OneLine(value) is not { Length: > 0 } line ? null : line;

    /// <summary>Cuts a line at a length, between characters as people see them.</summary>
    public static string Cut(string line, int maxLength)
    {
        if (line.Length <= maxLength)
        {
            return line;
        }

        int end = 0;
        while (true)
        {
            int next = end + StringInfo.GetNextTextElementLength(line.AsSpan(end));
            if (next > maxLength - 1)
            {
                return line[..end].TrimEnd() + "…";
            }

            end = next;
        }
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsDropped(string value, int index) =>
        value[index] switch
        {
            '\u200C' or '\u200D' => !JoinsScripts(value, index),
            char c => char.IsControl(c)
                || c
                    is '\u00AD'
                        or '\u034F'
                        or '\u061C'
                        or '\u115F'
                        or '\u1160'
                        or '\u17B4'
                        or '\u17B5'
                        or '\u180E'
                        or '\u200B'
                        or '\u200E'
                        or '\u200F'
                        or (>= '\u202A' and <= '\u202E')
                        or (>= '\u2060' and <= '\u206F')
                        or '\u3164'
                        or (>= '\uFDD0' and <= '\uFDEF')
                        or '\uFEFF'
                        or '\uFFA0'
                        or (>= '\uFFF9' and <= '\uFFFB'),
        };

    private static bool JoinsScripts(string value, int index) =>
        index > 0
        && index + 1 < value.Length
        && value[index - 1] > '\u02FF'
        && value[index + 1] > '\u02FF'
        && value[index - 1] is not ('\u200C' or '\u200D');

    private static bool IsTag(int codePoint) => codePoint is >= 0xE0000 and <= 0xE0FFF;
}
