using CustomerTouchpoints.AspNetCore.Dashboard;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Maps the dashboard of a host.</summary>
public static class DashboardEndpointExtensions
{
    /// <summary>
    /// Maps the dashboard for the host's people: what was told to whom, and why; what waits, and for whom. It is served only behind a
    /// policy of its own: add <c>.RequireAuthorization("policy")</c>. Without one, or with <c>AllowAnonymous</c>, every request is
    /// answered 404, and the log says why; that somebody is signed in is not enough, since customers may be.
    /// </summary>
    /// <param name="endpoints">Where to map it.</param>
    /// <param name="prefix">The path under which it lies. Default <c>/touchpoints</c>.</param>
    /// <returns>The group of its endpoints, for the policy and for whatever else the host demands.</returns>
    /// <exception cref="InvalidOperationException"><c>AddDashboard()</c> was not called.</exception>
    public static IEndpointConventionBuilder MapTouchpointDashboard(this IEndpointRouteBuilder endpoints, string prefix = "/touchpoints")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        if (endpoints.ServiceProvider.GetService<DashboardAccess>() is null)
        {
            throw new InvalidOperationException(
                "The dashboard has none of its parts. Call AddDashboard() in AddCustomerTouchpoints(touchpoints => ...)."
            );
        }

        RouteGroupBuilder group = endpoints.MapGroup(prefix);
        var routes = new DashboardRoutes(group);
        NowPages.Map(routes);
        MessagePages.Map(routes);
        JourneyPages.Map(routes);
        CustomerPages.Map(routes);
        InquiryPages.Map(routes);
        SwitchPages.Map(routes);
        DefinitionPages.Map(routes);
        DashboardAssets.Map(routes);
        group.Demand(endpoints.ServiceProvider);
        return group;
    }
}
