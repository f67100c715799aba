using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>Takes every endpoint without a policy away: once all that the host says of them is known, and before anybody asks.</summary>
internal static class PolicyDemand
{
    public static void Demand(this RouteGroupBuilder group, IServiceProvider services)
    {
        int told = 0;
        ((IEndpointConventionBuilder)group).Finally(endpoint =>
        {
            if (HasPolicy(endpoint.Metadata))
            {
                return;
            }

            endpoint.RequestDelegate = Nowhere;
            if (Interlocked.Exchange(ref told, 1) == 0)
            {
                DashboardLog.NoPolicy(
                    (services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger(typeof(PolicyDemand).FullName!)
                );
            }
        });
    }

    /// <summary>Whether more is demanded than that somebody is signed in.</summary>
    private static bool HasPolicy(IList<object> metadata) =>
        !metadata.OfType<IAllowAnonymous>().Any()
        && (
            metadata.OfType<AuthorizationPolicy>().Any()
            || metadata.OfType<IAuthorizeData>().Any(demand => !string.IsNullOrEmpty(demand.Policy) || !string.IsNullOrEmpty(demand.Roles))
        );

    private static Task Nowhere(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
