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
    private readonly Channel<Attempt>[] inOrder;
    private readonly Channel<Attempt> strays = Channel.CreateUnbounded<Attempt>();

    public AttemptQueue(IEnumerable<ChannelRegistration> registrations)
    {
        Channels.Channel[] channels = [.. registrations.Select(registration => registration.Channel).Distinct()];
        queues = channels.ToFrozenDictionary(channel => channel, _ => Channel.CreateUnbounded<Attempt>());
        inOrder = [.. channels.Select(channel => queues[channel]), strays];
    }

    /// <summary>Whether nothing waits to be made.</summary>
    public bool IsEmpty => Array.TrueForAll(inOrder, queue => queue.Reader.Count == 0);

    public void Add(Attempt attempt) => QueueOf(attempt.Touchpoint.Channel).Writer.TryWrite(attempt);

    /// <summary>Takes an attempt, if there is one: channel by channel, in the order in which they were registered.</summary>
    public bool TryTake(out Attempt? attempt)
    {
        foreach (Channel<Attempt> queue in inOrder)
        {
            if (queue.Reader.TryRead(out attempt))
            {
                return true;
            }
        }

        attempt = null;
        return false;
    }

    /// <summary>Waits for an attempt of one channel, or of those that no sender is registered for, and takes it. One attempt wakes one of those who wait.</summary>
    public ValueTask<Attempt> TakeAsync(Channels.Channel? channel, CancellationToken cancellationToken) =>
        (channel is { } registered ? QueueOf(registered) : strays).Reader.ReadAsync(cancellationToken);

    private Channel<Attempt> QueueOf(Channels.Channel channel) => queues.GetValueOrDefault(channel, strays);
}
