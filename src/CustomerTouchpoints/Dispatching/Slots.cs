using System.Collections.Concurrent;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Dispatching;

/// <summary>How many messages each channel may carry at once, and whether it works at all. Thread-safe.</summary>
internal sealed class Slots
{
    private readonly ConcurrentDictionary<Channel, ChannelSlots> channels = new();
    private volatile bool stopped;

    public Slots(IEnumerable<ChannelRegistration> registrations)
    {
        foreach (ChannelRegistration registration in registrations)
        {
            channels[registration.Channel] = new ChannelSlots { All = registration.Slots, Free = registration.Slots };
        }
    }

    /// <summary>Gives out no more slots: the host stops, and nothing new is to begin.</summary>
    public void Stop() => stopped = true;

    /// <summary>Takes a slot, unless all are taken.</summary>
    public bool TryTake(Channel channel)
    {
        if (stopped || !channels.TryGetValue(channel, out ChannelSlots? slots))
        {
            return !stopped;
        }

        lock (slots)
        {
            if (slots.Free == 0)
            {
                slots.IsWanted = true;
                return false;
            }

            slots.Free--;
            return true;
        }
    }

    /// <summary>Until when a channel is known to be down; null when it is not.</summary>
    public DateTimeOffset? DownUntil(Channel channel, DateTimeOffset now)
    {
        if (!channels.TryGetValue(channel, out ChannelSlots? slots))
        {
            return null;
        }

        lock (slots)
        {
            return now < slots.DownUntil ? slots.DownUntil : null;
        }
    }

    /// <summary>
    /// Gives a slot back. Returns true when somebody went away without one and half of them are free again: looking for what waits is
    /// worth it for several messages, not for each.
    /// </summary>
    public bool Release(Channel channel)
    {
        if (!channels.TryGetValue(channel, out ChannelSlots? slots))
        {
            return false;
        }

        lock (slots)
        {
            slots.Free++;
            if (!slots.IsWanted || slots.Free * 2 < slots.All)
            {
                return false;
            }

            slots.IsWanted = false;
            return true;
        }
    }

    /// <summary>Remembers that a channel is down until this instant: what is due for it is held until then.</summary>
    public void Close(Channel channel, DateTimeOffset until)
    {
        if (channels.TryGetValue(channel, out ChannelSlots? slots))
        {
            lock (slots)
            {
                slots.DownUntil = until;
            }
        }
    }

    private sealed class ChannelSlots
    {
        public required int All { get; init; }

        public int Free { get; set; }

        public bool IsWanted { get; set; }

        public DateTimeOffset DownUntil { get; set; }
    }
}
