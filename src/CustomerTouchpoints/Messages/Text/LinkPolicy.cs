namespace CustomerTouchpoints.Messages.Text;

/// <summary>Which URLs a message may carry: absolute ones with a scheme of the list, and nothing hidden in them.</summary>
internal static class LinkPolicy
{
    /// <summary>Whether a link may lead there: http, https, mailto or tel.</summary>
    public static bool AllowsLink(string? url) =>
        Parse(url) is { } parsed
        && parsed.Scheme switch
        {
            "https" or "http" => parsed.Host.Length > 0 && parsed.UserInfo.Length == 0,
            "mailto" or "tel" => true,
            _ => false,
        };

    /// <summary>Whether an image may be loaded from there: http or https.</summary>
    public static bool AllowsImage(string? url) =>
        Parse(url) is { Scheme: "https" or "http" } parsed && parsed.Host.Length > 0 && parsed.UserInfo.Length == 0;

    private static Uri? Parse(string? url) =>
        url is { Length: > 0 and <= 2048 }
        && !url.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '\\' or '<' or '>' or '"')
        && TextSafety.OneLine(url) == url
        && Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed)
        && url.StartsWith(parsed.Scheme + ":", StringComparison.OrdinalIgnoreCase)
            ? parsed
            : null;
}
