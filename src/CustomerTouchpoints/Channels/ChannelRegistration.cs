namespace CustomerTouchpoints.Channels;

/// <summary>A channel of the host, and how its sender is made. How it is used is in its <see cref="ChannelOptions"/>.</summary>
internal sealed record ChannelRegistration(Channel Channel, Func<IServiceProvider, IChannelSender> CreateSender);
