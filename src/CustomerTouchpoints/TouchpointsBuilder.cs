using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints;

/// <summary>
/// What <c>AddCustomerTouchpoints</c> hands to a host to say which lifecycles, customers, templates, channels and store it uses.
/// Each package adds its own methods to it.
/// </summary>
/// <remarks>Not thread-safe: it is used once, while the host's services are composed.</remarks>
public sealed class TouchpointsBuilder
{
    internal TouchpointsBuilder(IServiceCollection services, IConfiguration? configuration = null)
    {
        Services = services;
        Configuration = configuration;
    }

    /// <summary>The host's services, for packages and channels that register parts of their own.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The section of the host's configuration that it has given us; null when it has given none.</summary>
    public IConfiguration? Configuration { get; }

    /// <summary>
    /// Binds a package's options to a section within <see cref="Configuration"/>; does nothing where there is none. What cannot be read is
    /// refused when the host starts, with its key and its value. Settings in code that are added afterwards come after it.
    /// </summary>
    /// <param name="section">The section's name, such as <c>Sqlite</c>.</param>
    /// <returns>The builder.</returns>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "There is a configuration only where a host asked for binding.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "There is a configuration only where a host asked for binding.")]
    public TouchpointsBuilder Bind<TOptions>(string section)
        where TOptions : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(section);
        if (Configuration is not null)
        {
            ConfigurationBinding.Add<TOptions>(Services, Configuration.GetSection(section));
        }

        return this;
    }
}
