using Microsoft.AspNetCore.Http;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>Why a request leads nowhere, in words for whoever made it.</summary>
internal sealed class DashboardFault(string message, int status = StatusCodes.Status400BadRequest) : Exception(message)
{
    public int Status => status;

    public static DashboardFault NotFound(string what) => new($"There is no {what}.", StatusCodes.Status404NotFound);
}
