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

    public static string Escape(string value)
    {
        string line = TextSafety.OneLine(value);
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
}
