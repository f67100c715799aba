using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Channels;

/// <summary>
/// The providers of one channel, in the order in which they take over from each other: the next one is tried at once where one has surely
/// not accepted a message, for now or because it is down. A message that may have been accepted stays with its provider.
/// </summary>
/// <remarks>Not thread-safe: used once, while the host's services are composed.</remarks>
public sealed class ChannelProviders
{
    private readonly List<ProviderRegistration> registrations = [];

    internal IReadOnlyList<ProviderRegistration> Registrations => registrations;

    /// <summary>Adds a provider.</summary>
    /// <param name="name">Its name: lower-case letters, digits and hyphens. It is stored with each attempt.</param>
    /// <param name="createSender">Makes its sender, once.</param>
    /// <param name="configure">Says which messages it gets. Null, the default, for those that the ones before it can't send.</param>
    /// <returns>The providers, for the next one.</returns>
    /// <exception cref="ArgumentException">The name is malformed or there already, or the weight is out of range.</exception>
    public ChannelProviders Add(string name, Func<IServiceProvider, IChannelSender> createSender, Action<ProviderOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(createSender);
        Identifier.Name(name, "a provider's name");
        if (registrations.Any(other => other.Name == name))
        {
            throw new ArgumentException($"There is a provider {name} of this channel already: give each a name of its own.", nameof(name));
        }

        var options = new ProviderOptions();
        configure?.Invoke(options);
        if (options.Weight is < 0 or > 1_000)
        {
            throw new ArgumentException(
                $"The weight of provider {name} is {options.Weight}: use one from 0 to 1,000, such as 3 and 1.",
                nameof(configure)
            );
        }

        foreach (SendRate rate in options.Rates)
        {
            rate.Provider ??= name;
        }

        registrations.Add(new ProviderRegistration(name, createSender, options));
        return this;
    }

    /// <summary>Adds a provider whose sender the host's services make.</summary>
    /// <typeparam name="TSender">The sender.</typeparam>
    /// <param name="name">Its name: lower-case letters, digits and hyphens. It is stored with each attempt.</param>
    /// <param name="configure">Says which messages it gets. Null, the default, for those that the ones before it can't send.</param>
    /// <returns>The providers, for the next one.</returns>
    /// <exception cref="ArgumentException">The name is malformed or there already, or the weight is out of range.</exception>
    public ChannelProviders Add<TSender>(string name, Action<ProviderOptions>? configure = null)
        where TSender : class, IChannelSender => Add(name, ActivatorUtilities.GetServiceOrCreateInstance<TSender>, configure);
}
