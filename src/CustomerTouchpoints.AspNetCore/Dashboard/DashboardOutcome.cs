namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>Where somebody goes on after an action, and what it came to.</summary>
/// <param name="Path">The page below the dashboard; null where the action has answered by itself.</param>
/// <param name="Notice">What was done: a key of <see cref="DashboardNotices"/>.</param>
/// <param name="Query">What the page is asked.</param>
internal sealed record DashboardOutcome(string? Path, string? Notice, params (string Name, string? Value)[] Query)
{
    /// <summary>The action has answered by itself.</summary>
    public static DashboardOutcome Answered { get; } = new(null, null);
}
