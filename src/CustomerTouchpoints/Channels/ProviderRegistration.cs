namespace CustomerTouchpoints.Channels;

/// <summary>One of several providers of a channel.</summary>
/// <param name="Name">Its name, stored with each attempt.</param>
/// <param name="CreateSender">Makes its sender, once.</param>
/// <param name="Options">Which messages it gets.</param>
internal sealed record ProviderRegistration(string Name, Func<IServiceProvider, IChannelSender> CreateSender, ProviderOptions Options);
