using System.Text;
using CustomerTouchpoints.Messages.Text;

namespace CustomerTouchpoints.Messages.Formatting;

/// <summary>A link: <c>{{link trackingUrl "Follow your parcel"}}</c>. A URL that is not allowed leaves its label and no link.</summary>
internal static class LinkHelper
{
    public static object Link(IReadOnlyList<object?> values, RenderContext context)
    {
        var arguments = new HelperArguments("link", values);
        string url = arguments.RequiredText(0, "a URL").Trim();
        string? label = arguments.Optional(1) is { } given ? TextSafety.OneLineOrNull(given as string ?? context.Write(given)) : null;
        if (!LinkPolicy.AllowsLink(url))
        {
            return label ?? "";
        }

        return context.Facts switch
        {
            { Slots: { } slots } => new SafeText(slots.PlaceLink(url, label ?? url)),
            { IsMarkdown: true } => new SafeText($"[{MarkdownEscape.Escape(label ?? url)}](<{Encode(url)}>)"),
            _ => label is null ? url : $"{label}: {url}",
        };
    }

    /// <summary>
    /// The URL as a Markdown destination between angle brackets: what could end it, or be unescaped in it, is percent-encoded.
    /// </summary>
    private static string Encode(string url)
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
