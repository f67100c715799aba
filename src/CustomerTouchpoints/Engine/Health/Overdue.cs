using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.Engine.Health;

/// <summary>How old work may be that waits to be done.</summary>
internal static class Overdue
{
    private static readonly TimeSpan DegradedFrom = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan UnhealthyFrom = TimeSpan.FromMinutes(10);

    /// <summary>How bad an age is; null when it is not.</summary>
    public static HealthStatus? StatusOf(TimeSpan age) =>
        age >= UnhealthyFrom ? HealthStatus.Unhealthy
        : age >= DegradedFrom ? HealthStatus.Degraded
        : null;
}
