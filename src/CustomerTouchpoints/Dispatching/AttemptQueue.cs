using System.Collections.Frozen;
using System.Threading.Channels;

namespace CustomerTouchpoints.Dispatching;

/// <summary>
/// Attempts that are stored and wait to be made, channel by channel, so that a slow one holds up nobody else: handed over in memory from
/// the commit that began them. Thread-safe.
/// </summary>
internal sealed class AttemptQueue
{
    private readonly FrozenDictionary<Channels.Channel, Channel<Attempt>> queues;
    private readonly Channel<Attempt> strays = Channel.CreateUnbounded<Attempt>();

    public AttemptQueue(IEnumerable<ChannelRegistration> registrations) =>
        queues = registrations.Select(registration => registration.Channel).Distinct().ToFrozenDictionary(channel => channel, _ => Channel.CreateUnbounded<Attempt>());

    public void Add(Attempt attempt) => QueueOf(attempt.Touchpoint.Channel).Writer.TryWrite(attempt);

    /// <summary>Takes an attempt of any channel, if there is one.</summary>
    public bool TryTake(out Attempt? attempt)
    {
        foreach (Channel<Attempt> queue in queues.Values)
        {
            if (queue.Reader.TryRead(out attempt))
            {
                return true;
            }
        }

        return strays.Reader.TryRead(out attempt);
    }

    /// <summary>Waits for an attempt of one channel, or of those that no sender is registered for, and takes it. One attempt wakes one of those who wait.</summary>
    public ValueTask<Attempt> TakeAsync(Channels.Channel? channel, CancellationToken cancellationToken) =>
        (channel is { } registered ? QueueOf(registered) : strays).Reader.ReadAsync(cancellationToken);

    private Channel<Attempt> QueueOf(Channels.Channel channel) => queues.GetValueOrDefault(channel, strays);
}
