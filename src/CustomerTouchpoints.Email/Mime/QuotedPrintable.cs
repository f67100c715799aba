using System.Text;

namespace CustomerTouchpoints.Email.Mime;

/// <summary>Bodies in quoted-printable UTF-8, by RFC 2045: readable, 7-bit, no line over 76 characters, every line end CRLF.</summary>
internal static class QuotedPrintable
{
    private const int MaxLineLength = 76;
    private const string HexDigits = "0123456789ABCDEF";

    /// <summary>Writes a body. Half a surrogate pair becomes the replacement character; a line end of any kind becomes CRLF.</summary>
    public static void Write(StringBuilder output, string text)
    {
        int column = 0;
        int next;
        for (int i = 0; i < text.Length; i = next)
        {
            if (IsLineEnd(text, i))
            {
                next = text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? i + 2 : i + 1;
                output.Append("\r\n");
                column = 0;
                continue;
            }

            Rune.DecodeFromUtf16(text.AsSpan(i), out Rune rune, out int used);
            next = i + used;
            bool last = IsLineEnd(text, next);
            bool literal = IsLiteral(rune, last);
            int width = literal ? 1 : 3 * rune.Utf8SequenceLength;
            if (column + width > (last ? MaxLineLength : MaxLineLength - 1))
            {
                output.Append("=\r\n");
                column = 0;
            }

            if (literal && !(column == 0 && IsRiskyAtLineStart(text, i)))
            {
                output.Append((char)rune.Value);
                column++;
            }
            else
            {
                column += WriteEscaped(output, rune);
            }
        }
    }

    private static bool IsLineEnd(string text, int index) => index >= text.Length || text[index] is '\r' or '\n';

    /// <summary>A blank at a line's end would be lost on the way, so it is escaped there.</summary>
    private static bool IsLiteral(Rune rune, bool last) =>
        rune.Value is (> 32 and < 127 and not '=') || (rune.Value is ' ' or '\t' && !last);

    /// <summary>
    /// A lone dot ends an SMTP message and <c>From</c> begins one in mailbox files, wherever some hop forgets to escape them.
    /// </summary>
    private static bool IsRiskyAtLineStart(string text, int index) =>
        text[index] == '.' || text.AsSpan(index).StartsWith("From ", StringComparison.Ordinal);

    private static int WriteEscaped(StringBuilder output, Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        int count = rune.EncodeToUtf8(bytes);
        foreach (byte b in bytes[..count])
        {
            output.Append('=').Append(HexDigits[b >> 4]).Append(HexDigits[b & 15]);
        }

        return 3 * count;
    }
}
