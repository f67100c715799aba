using System.Collections.Frozen;
using CustomerTouchpoints.Channels;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Sending;

/// <summary>How many messages of each channel may be claimed, and whether it works at all. Thread-safe.</summary>
internal sealed class Slots(IEnumerable<ChannelRegistration> registrations, IOptionsMonitor<ChannelOptions> options)
{
    private readonly FrozenDictionary<Channel, ChannelSlots> channels = registrations
        .Select(registration => registration.Channel)
        .Distinct()
        .ToFrozenDictionary(channel => channel, channel => new ChannelSlots(options.Get(channel.Name).MaxConcurrency));

    private volatile bool stopped;

    /// <summary>Gives out no more slots: the host stops, and nothing new is to begin.</summary>
    public void Stop() => stopped = true;

    /// <summary>
    /// Takes a slot, unless all are taken. A channel without a sender has slots for all: its attempts go to review at once.
    /// </summary>
    public bool TryTake(Channel channel) => !stopped && Of(channel)?.TryTake() is not false;

    /// <summary>Learns from how long a message waited between its claim and its attempt.</summary>
    public void Begun(Channel channel, TimeSpan waited) => Of(channel)?.Begun(waited);

    /// <summary>Gives a slot back. Returns true when it is time to look for what went away without one.</summary>
    public bool Release(Channel channel) => Of(channel)?.Release() is true;

    /// <summary>Until when a channel is known to be down; null when it is not.</summary>
    public DateTimeOffset? DownUntil(Channel channel, DateTimeOffset now) => Of(channel)?.DownUntil(now);

    /// <summary>Remembers that a channel is down until this instant: what is due for it is held until then.</summary>
    public void Close(Channel channel, DateTimeOffset until) => Of(channel)?.Close(until);

    private ChannelSlots? Of(Channel channel) => channels.GetValueOrDefault(channel);
}
