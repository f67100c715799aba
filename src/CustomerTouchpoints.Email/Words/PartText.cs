using System.Text;
using MimeKit;

namespace CustomerTouchpoints.Email.Words;

/// <summary>The text of a part, as far as it is worth to read, whatever charset it claims to have.</summary>
/// <remarks>Pure.</remarks>
internal static class PartText
{
    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, without a byte order mark.</summary>
    /// <param name="part">The part.</param>
    /// <param name="mostBytes">How many bytes of it are decoded.</param>
    public static string Of(MimePart part, int mostBytes)
    {
        if (part.Content is not { } content)
        {
            return "";
        }

        byte[] bytes = new byte[mostBytes];
        using Stream decoded = content.Open();
        int length = decoded.ReadAtLeast(bytes, mostBytes, throwOnEndOfStream: false);
        return Decoded(Named(part.ContentType), bytes, length, isCut: length == mostBytes).TrimStart('\uFEFF');
    }

    /// <summary>The encoding of a charset, also of old ones; null for one that nobody knows.</summary>
    private static Encoding? Named(ContentType type)
    {
        try
        {
            return type.Charset is { Length: > 0 } charset
                ? CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset)
                : null;
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>
    /// What claims to be ASCII, or claims nothing, is UTF-8 where it can be; what is not what it claims to be is Latin-1.
    /// </summary>
    private static string Decoded(Encoding? claimed, byte[] bytes, int length, bool isCut)
    {
        bool saysLittle = claimed is null || claimed.CodePage is 20127 or 65001;
        try
        {
            return saysLittle
                ? Strict.GetString(bytes, 0, isCut ? WholeLetters(bytes, length) : length)
                : claimed!.GetString(bytes, 0, length);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return Encoding.Latin1.GetString(bytes, 0, length);
        }
    }

    /// <summary>Where a cut parts a letter of several bytes, the letter is left out.</summary>
    private static int WholeLetters(byte[] bytes, int length)
    {
        int start = length - 1;
        while (start > 0 && start > length - 4 && (bytes[start] & 0xC0) == 0x80)
        {
            start--;
        }

        return start > 0 && bytes[start] >= 0xC0 ? start : length;
    }
}
