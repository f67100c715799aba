using CustomerTouchpoints.Engine;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the library's health to the host's.</summary>
public static class TouchpointsHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds <see cref="TouchpointsHealthCheck"/>: whether work is being done, by the age of the oldest that is due.
    /// </summary>
    /// <param name="builder">What <c>AddHealthChecks()</c> returned.</param>
    /// <param name="name">The check's name. Default <c>touchpoints</c>.</param>
    /// <param name="tags">Tags to select checks by. Null, the default, gives none.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static IHealthChecksBuilder AddCustomerTouchpoints(
        this IHealthChecksBuilder builder,
        string name = "touchpoints",
        IEnumerable<string>? tags = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return builder.Add(
            new HealthCheckRegistration(name, ActivatorUtilities.GetServiceOrCreateInstance<TouchpointsHealthCheck>, null, tags)
        );
    }
}
