using System.Globalization;
using System.Text;

namespace CustomerTouchpoints.Email.Tests.Reading;

/// <summary>Decodes quoted-printable UTF-8 and throws at what RFC 2045, section 6.7, forbids.</summary>
internal static class StrictQuotedPrintable
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    public static string Decode(string body)
    {
        List<byte> bytes = [];
        string[] lines = body.Split("\r\n");
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i];
            StrictMail.Demand(line.Length <= 76, "no quoted-printable line over 76 characters");
            StrictMail.Demand(line.Length == 0 || line[^1] is not (' ' or '\t'), "no blank at the end of a line");
            bool soft = line.EndsWith('=');
            StrictMail.Demand(!soft || i < lines.Length - 1, "no soft line break at the end of the body");
            DecodeLine(soft ? line[..^1] : line, bytes);
            if (!soft && i < lines.Length - 1)
            {
                bytes.AddRange("\r\n"u8);
            }
        }

        return Utf8.GetString([.. bytes]);
    }

    private static void DecodeLine(string line, List<byte> bytes)
    {
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '=')
            {
                StrictMail.Demand(
                    i + 2 < line.Length && IsHex(line[i + 1]) && IsHex(line[i + 2]),
                    "two upper-case hexadecimal digits after ="
                );
                bytes.Add(byte.Parse(line.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 2;
            }
            else
            {
                bytes.Add((byte)line[i]);
            }
        }
    }

    private static bool IsHex(char c) => c is (>= '0' and <= '9') or (>= 'A' and <= 'F');
}
