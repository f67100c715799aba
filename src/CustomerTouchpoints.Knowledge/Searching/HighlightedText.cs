using System.Text;
using System.Text.Encodings.Web;

namespace CustomerTouchpoints.Knowledge.Searching;

/// <summary>A text with the words in it that were asked for.</summary>
/// <param name="Text">The text, as it was written.</param>
/// <param name="Ranges">Where these words stand; in their order, none over another.</param>
public sealed record HighlightedText(string Text, IReadOnlyList<Range> Ranges)
{
    /// <summary>The text as HTML: encoded, with each of the words in a <c>mark</c> element.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder();
        int done = 0;
        foreach (Range range in Ranges)
        {
            (int start, int length) = range.GetOffsetAndLength(Text.Length);
            html.Append(HtmlEncoder.Default.Encode(Text[done..start]))
                .Append("<mark>")
                .Append(HtmlEncoder.Default.Encode(Text.Substring(start, length)))
                .Append("</mark>");
            done = start + length;
        }

        return html.Append(HtmlEncoder.Default.Encode(Text[done..])).ToString();
    }
}
