namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>How the pages for customers behave.</summary>
/// <remarks>Read once, when the pages are mapped.</remarks>
public sealed class TouchpointPagesOptions
{
    /// <summary>How many requests one address of the network may make to the pages in a minute. 120 by default, at least 1.</summary>
    public int RequestsPerMinute { get; set; } = 120;
}
