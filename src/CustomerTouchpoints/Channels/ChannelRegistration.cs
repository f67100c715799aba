namespace CustomerTouchpoints.Channels;

/// <summary>A channel of the host, and how its senders are made. How it is used is in its <see cref="ChannelOptions"/>.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="CreateSender">Makes its sender; null where it has providers.</param>
internal sealed record ChannelRegistration(Channel Channel, Func<IServiceProvider, IChannelSender>? CreateSender)
{
    /// <summary>Its providers, in their order; empty where it has one sender.</summary>
    public IReadOnlyList<ProviderRegistration> Providers { get; init; } = [];
}
