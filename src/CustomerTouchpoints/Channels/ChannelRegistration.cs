using CustomerTouchpoints.Engine.Errands;

namespace CustomerTouchpoints.Channels;

/// <summary>A channel of the host: how its sender is made, and how many messages it may carry at once.</summary>
internal sealed record ChannelRegistration(Channel Channel, int Slots, Func<IServiceProvider, IChannelSender> CreateSender);
