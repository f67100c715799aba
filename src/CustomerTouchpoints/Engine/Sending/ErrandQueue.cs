using System.Collections.Frozen;
using System.Threading.Channels;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Engine.Sending;

/// <summary>
/// Attempts and questions that are stored and wait to be made, channel by channel, so that a slow one holds up nobody else: handed over in
/// memory from the commit that began them. Thread-safe.
/// </summary>
internal sealed class ErrandQueue
{
    private readonly FrozenDictionary<Channel, Channel<Errand>> queues;
    private readonly Channel<Errand>[] inOrder;
    private readonly Channel<Errand> strays = System.Threading.Channels.Channel.CreateUnbounded<Errand>();

    public ErrandQueue(IEnumerable<ChannelRegistration> registrations)
    {
        Channel[] channels = [.. registrations.Select(registration => registration.Channel).Distinct()];
        queues = channels.ToFrozenDictionary(channel => channel, _ => System.Threading.Channels.Channel.CreateUnbounded<Errand>());
        inOrder = [.. channels.Select(channel => queues[channel]), strays];
    }

    /// <summary>Whether nothing waits to be made.</summary>
    public bool IsEmpty => Array.TrueForAll(inOrder, queue => queue.Reader.Count == 0);

    public void Add(Errand errand) => QueueOf(errand.Touchpoint.Channel).Writer.TryWrite(errand);

    /// <summary>Takes an errand, if there is one: channel by channel, in the order in which they were registered.</summary>
    public bool TryTake(out Errand? errand)
    {
        foreach (Channel<Errand> queue in inOrder)
        {
            if (queue.Reader.TryRead(out errand))
            {
                return true;
            }
        }

        errand = null;
        return false;
    }

    /// <summary>
    /// Waits for an errand to one channel, or to those that no sender is registered for, and takes it. One errand wakes one of those who
    /// wait.
    /// </summary>
    public ValueTask<Errand> TakeAsync(Channel? channel, CancellationToken cancellationToken) =>
        (channel is { } registered ? QueueOf(registered) : strays).Reader.ReadAsync(cancellationToken);

    private Channel<Errand> QueueOf(Channel channel) => queues.GetValueOrDefault(channel, strays);
}
