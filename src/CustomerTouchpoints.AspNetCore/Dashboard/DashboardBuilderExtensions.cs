using CustomerTouchpoints;
using CustomerTouchpoints.AspNetCore.Dashboard;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the dashboard to a host.</summary>
public static class DashboardBuilderExtensions
{
    /// <summary>
    /// Adds what the dashboard needs: its options, tokens against forged requests, authorization. Safe to call twice. It is served where
    /// <c>MapTouchpointDashboard</c> maps it.
    /// </summary>
    /// <param name="builder">The builder of the host.</param>
    /// <param name="configure">Says who may act and who may administer: by default nobody.</param>
    public static TouchpointsBuilder AddDashboard(this TouchpointsBuilder builder, Action<DashboardOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        services.AddAntiforgery();
        services.AddAuthorization();
        services.AddOptions<DashboardOptions>().Configure(configure ?? (_ => { })).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DashboardOptions>, DashboardOptionsCheck>());
        services.TryAddSingleton<DashboardAccess>();
        services.TryAddSingleton<DashboardDefinitions>();
        return builder;
    }
}
