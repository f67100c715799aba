using System.Collections.Frozen;

namespace CustomerTouchpoints.Channels;

/// <summary>The senders behind each channel's name; the last registration of a name wins.</summary>
internal sealed class Senders(IEnumerable<ChannelRegistration> registrations, IServiceProvider services)
{
    /// <summary>By channel, and by provider; a channel without providers has one sender, of no provider.</summary>
    private readonly FrozenDictionary<Channel, FrozenDictionary<string, IChannelSender>> senders = registrations
        .GroupBy(registration => registration.Channel)
        .ToFrozenDictionary(channel => channel.Key, channel => SendersOf(channel.Last(), services));

    public IEnumerable<Channel> Channels => senders.Keys.OrderBy(channel => channel.Name, StringComparer.Ordinal);

    public bool Has(Channel channel) => senders.ContainsKey(channel);

    /// <summary>The sender of a channel's provider; null where there is no such provider any more.</summary>
    public IChannelSender? For(Channel channel, string? provider) => senders[channel].GetValueOrDefault(provider ?? "");

    /// <summary>Whether all senders of a channel can be asked what became of its messages.</summary>
    public bool CanBeAsked(Channel channel) => senders[channel].Values.All(sender => sender is IChannelLookup);

    /// <summary>Who can be asked what became of a message; null when nobody can.</summary>
    public IChannelLookup? LookupOf(Channel channel, string? provider) =>
        senders.GetValueOrDefault(channel)?.GetValueOrDefault(provider ?? "") as IChannelLookup;

    private static FrozenDictionary<string, IChannelSender> SendersOf(ChannelRegistration channel, IServiceProvider services) =>
        channel.CreateSender is { } create
            ? new Dictionary<string, IChannelSender> { [""] = create(services) }.ToFrozenDictionary()
            : channel.Providers.ToFrozenDictionary(provider => provider.Name, provider => provider.CreateSender(services));
}
