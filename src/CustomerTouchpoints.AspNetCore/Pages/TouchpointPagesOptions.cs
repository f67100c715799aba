namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>How much the pages for customers answer.</summary>
/// <remarks>Not thread-safe: it is filled once, while the pages are mapped.</remarks>
public sealed class TouchpointPagesOptions
{
    /// <summary>How often one link may be followed in a minute; at least 1. Default 60.</summary>
    public int RequestsPerLink { get; set; } = 60;

    /// <summary>
    /// How many links that do not work one network address may follow in a minute; at least 1. Default 60. Behind a proxy, let the host use
    /// forwarded headers, or all its visitors are one.
    /// </summary>
    public int WrongLinksPerAddress { get; set; } = 60;
}
