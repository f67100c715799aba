using System.Buffers;
using System.Text;

namespace CustomerTouchpoints.Messages.Text;

/// <summary>
/// Writes a value so that Markdown takes it for nothing but text: one line, with a backslash before every ASCII punctuation character
/// (CommonMark allows it before each of them, and what is escaped can't begin or end anything).
/// </summary>
internal static class MarkdownEscape
{
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private static readonly SearchValues<char> Special = SearchValues.Create(Punctuation);

    public static string Escape(string value) => EscapeLine(TextSafety.OneLine(value));

    /// <summary>Escapes what is one line already, blanks at its ends and all.</summary>
    public static string EscapeLine(string line)
    {
        if (!line.AsSpan().ContainsAny(Special))
        {
            return line;
        }

        var text = new StringBuilder(line.Length + 16);
        foreach (char c in line)
        {
            if (Special.Contains(c))
            {
                text.Append('\\');
            }

            text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>
    /// The URL as a Markdown destination between angle brackets: what could end it, or be unescaped in it, is percent-encoded.
    /// </summary>
    public static string Destination(string url)
    {
        var encoded = new StringBuilder(url.Length);
        foreach (char c in url)
        {
            // An ampersand could begin an entity, and a backslash an escape; as an entity of its own an ampersand stays what it is.
            _ = c switch
            {
                '&' => encoded.Append("&amp;"),
                '`' => encoded.Append("%60"),
                '|' => encoded.Append("%7C"),
                _ => encoded.Append(c),
            };
        }

        return encoded.ToString();
    }
}
