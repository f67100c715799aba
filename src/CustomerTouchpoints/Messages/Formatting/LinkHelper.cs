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
            _ => label is null ? url : $"{label}: {url}",
        };
    }
}
