using System.Text;
using System.Text.RegularExpressions;

namespace CustomerTouchpoints.Email.Tests.Reading;

/// <summary>
/// Decodes RFC 2047 text: each word must be whole UTF-8 by itself and at most 75 characters; blanks between words do not count.
/// </summary>
internal static partial class EncodedText
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    public static string Decode(string value)
    {
        StringBuilder decoded = new();
        int endOfWord = -1; // where the last encoded word ended, as long as nothing but blanks followed
        foreach (string piece in Blanks().Split(value))
        {
            Match word = Word().Match(piece);
            if (word.Success)
            {
                StrictMail.Demand(piece.Length <= 75, "no encoded word over 75 characters");
                decoded.Length = endOfWord >= 0 ? endOfWord : decoded.Length;
                decoded.Append(
                    Utf8.GetString(
                        word.Groups["b"].Success ? Convert.FromBase64String(word.Groups["b"].Value) : QuotedBytes(word.Groups["q"].Value)
                    )
                );
                endOfWord = decoded.Length;
            }
            else
            {
                StrictMail.Demand(!piece.Contains("=?", StringComparison.Ordinal), "nothing that looks half like an encoded word");
                decoded.Append(piece);
                endOfWord = piece.Trim(' ', '\t').Length == 0 ? endOfWord : -1;
            }
        }

        return decoded.ToString();
    }

    /// <summary>The Q encoding: an underscore is a blank, and an equals sign leads two hexadecimal digits.</summary>
    private static byte[] QuotedBytes(string text) =>
        [
            .. Quoted()
                .Matches(text)
                .Select(match =>
                    match.Value switch
                    {
                        "_" => (byte)' ',
                        ['=', ..] hexadecimal => Convert.ToByte(hexadecimal[1..], 16),
                        _ => (byte)match.Value[0],
                    }
                ),
        ];

    [GeneratedRegex("=[0-9A-F]{2}|[!-<>-~]")]
    private static partial Regex Quoted();

    [GeneratedRegex("([ \t]+)")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^=\?utf-8\?(?:B\?(?<b>[A-Za-z0-9+/]+=*)|Q\?(?<q>(?:[!-<>@-~]|=[0-9A-F]{2})+))\?=$")]
    private static partial Regex Word();
}
