using System.Text;

namespace CustomerTouchpoints.Email.Headers;

/// <summary>
/// Text of any script in a header, by RFC 2047: UTF-8 in base64, in words that each decode on their own. MimeKit leaves alone what already
/// looks like an encoded word, so that data would be decoded by who reads it; hence these.
/// </summary>
internal static class EncodedWords
{
    private const string Start = "=?utf-8?B?";
    private const string End = "?=";
    private const int MaxWordLength = 75;

    /// <summary>Writes text that begins at a column, folding between words.</summary>
    /// <returns>The column after the last word.</returns>
    public static int Write(StringBuilder output, string text, int column)
    {
        byte[] pending = new byte[MaxWordLength];
        int length = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > RoomAt(column))
            {
                WriteWord(output, pending.AsSpan(0, length));
                output.Append("\r\n ");
                (column, length) = (1, 0);
            }

            length += rune.EncodeToUtf8(pending.AsSpan(length));
        }

        return column + WriteWord(output, pending.AsSpan(0, length));
    }

    /// <summary>How many bytes a word that begins at a column can hold.</summary>
    private static int RoomAt(int column) =>
        (Math.Min(MaxWordLength, HeaderFields.MaxLineLength - column) - Start.Length - End.Length) / 4 * 3;

    private static int WriteWord(StringBuilder output, ReadOnlySpan<byte> bytes)
    {
        string word = $"{Start}{Convert.ToBase64String(bytes)}{End}";
        output.Append(word);
        return word.Length;
    }
}
