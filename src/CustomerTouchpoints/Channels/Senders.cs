using System.Collections.Frozen;

namespace CustomerTouchpoints.Channels;

/// <summary>The sender behind each channel's name; the last registration of a name wins.</summary>
internal sealed class Senders(IEnumerable<ChannelRegistration> registrations, IServiceProvider services)
{
    private readonly FrozenDictionary<Channel, IChannelSender> senders = registrations
        .GroupBy(registration => registration.Channel)
        .ToFrozenDictionary(channel => channel.Key, channel => channel.Last().CreateSender(services));

    public IEnumerable<Channel> Channels => senders.Keys.OrderBy(channel => channel.Name, StringComparer.Ordinal);

    public bool Has(Channel channel) => senders.ContainsKey(channel);

    public IChannelSender For(Channel channel) => senders[channel];

    /// <summary>Who can be asked what became of a channel's messages; null when nobody can.</summary>
    public IChannelLookup? LookupOf(Channel channel) => senders.GetValueOrDefault(channel) as IChannelLookup;
}
