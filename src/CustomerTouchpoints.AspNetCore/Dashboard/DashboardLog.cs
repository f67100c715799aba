using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>What the dashboard writes to the log.</summary>
internal static partial class DashboardLog
{
    [LoggerMessage(
        1750,
        LogLevel.Error,
        "The dashboard is not served: it has no policy. Map it with MapTouchpointDashboard(\"/touchpoints\")"
            + ".RequireAuthorization(\"policy\"), and without AllowAnonymous; that somebody is signed in is not enough"
    )]
    public static partial void NoPolicy(ILogger logger);

    [LoggerMessage(1751, LogLevel.Information, "{By} took everything that is known of the customer {Customer}: {Reason}")]
    public static partial void Exported(ILogger logger, string by, CustomerId customer, string reason);
}
