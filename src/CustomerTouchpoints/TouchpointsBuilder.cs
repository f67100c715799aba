using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints;

/// <summary>
/// What <c>AddCustomerTouchpoints</c> hands to a host to say which lifecycles, customers, templates, channels and store it uses.
/// Each package adds its own methods to it.
/// </summary>
/// <remarks>Not thread-safe: it is used once, while the host's services are composed.</remarks>
public sealed class TouchpointsBuilder
{
    internal TouchpointsBuilder(IServiceCollection services) => Services = services;

    /// <summary>The host's services, for packages and channels that register parts of their own.</summary>
    public IServiceCollection Services { get; }
}
