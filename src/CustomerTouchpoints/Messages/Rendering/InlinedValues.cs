using System.Text;
using CustomerTouchpoints.Messages.Text;

namespace CustomerTouchpoints.Messages.Rendering;

/// <summary>
/// Writes a message's values into its marked Markdown, for a message in which a link depends on a value: within a URL a value is
/// percent-encoded, anywhere else it is escaped for Markdown.
/// </summary>
internal static class InlinedValues
{
    /// <summary>What stands for a URL with a blank, which is none: it is not allowed, so that its label is left.</summary>
    private const string NoUrl = "";

    /// <summary>The Markdown with the values in it.</summary>
    /// <param name="marked">The Markdown with a mark for each value.</param>
    /// <param name="values">The values, by slot.</param>
    /// <exception cref="TemplateException">The Markdown can't be read.</exception>
    public static string Fill(string marked, SlotValues values)
    {
        Dictionary<int, string> urls = UrlsOf(marked);
        var filled = new StringBuilder(marked.Length * 2);
        ReadOnlySpan<char> left = marked;
        while (SlotMark.TryFind(left, out Range where, out int slot))
        {
            string value = values.Texts[slot];
            filled.Append(left[..where.Start]);
            filled.Append(
                SlotMark.IsLink(left[where].ToString()) ? MarkdownEscape.Destination(value)
                : !urls.TryGetValue(slot, out string? url) ? MarkdownEscape.EscapeLine(value)
                : !BeginsWith(url, slot) ? UrlValue.Encode(value, url)
                : value.Contains(' ', StringComparison.Ordinal) ? NoUrl
                : MarkdownEscape.EscapeLine(value)
            );
            left = left[where.End..];
        }

        return filled.Append(left).ToString();
    }

    /// <summary>The URL around each value that stands in one.</summary>
    private static Dictionary<int, string> UrlsOf(string marked)
    {
        var urls = new Dictionary<int, string>();
        foreach (string url in MarkdownMessage.Parse(marked).Urls)
        {
            ReadOnlySpan<char> left = url;
            while (SlotMark.TryFind(left, out Range where, out int slot))
            {
                urls[slot] = url;
                left = left[where.End..];
            }
        }

        return urls;
    }

    /// <summary>A value at the beginning is a URL of its own, or the first half of one.</summary>
    private static bool BeginsWith(string url, int slot) => url.StartsWith(SlotMark.OfText(slot), StringComparison.Ordinal);
}
