using System.Text;

namespace CustomerTouchpoints.Messages.Text;

/// <summary>
/// Writes typographic characters as the SMS alphabet has them. One curly quote or narrow blank would make a phone network send the whole
/// message in another alphabet, at less than half the length per part.
/// </summary>
internal static class GsmText
{
    public static string Simplify(string text)
    {
        var simple = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            _ = c switch
            {
                '\u2018' or '\u2019' or '\u201A' or '\u2032' => simple.Append('\''),
                '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => simple.Append('"'),
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => simple.Append('-'),
                '\u2026' => simple.Append("..."),
                '\u00A0' or '\u2007' or '\u2009' or '\u202F' => simple.Append(' '),
                '\u2022' or '\u00B7' => simple.Append('-'),
                _ => simple.Append(c),
            };
        }

        return simple.ToString();
    }
}
