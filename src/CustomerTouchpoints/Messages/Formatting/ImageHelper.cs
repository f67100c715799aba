using CustomerTouchpoints.Messages.Text;

namespace CustomerTouchpoints.Messages.Formatting;

/// <summary>A picture: <c>{{image item.picture "A camera"}}</c>; nothing without a URL, or with one that is not allowed.</summary>
internal static class ImageHelper
{
    public static object Image(IReadOnlyList<object?> values, RenderContext context)
    {
        var arguments = new HelperArguments("image", values);
        string url = (arguments.Optional(0) as string ?? "").Trim();
        string description = arguments.Optional(1) is { } given ? TextSafety.OneLine(given as string ?? context.Write(given)) : "";
        return LinkPolicy.AllowsImage(url) && context.Facts is { Slots: { } slots } ? new SafeText(slots.PlaceImage(url, description)) : "";
    }
}
