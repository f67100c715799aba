namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>What an action demands beside the policy of the dashboard.</summary>
internal enum DashboardRight
{
    /// <summary>Acting for customers.</summary>
    Act,

    /// <summary>Changing what holds for all, or for good.</summary>
    Administer,
}
