using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using CustomerTouchpoints.Engine.Writing;

namespace CustomerTouchpoints.Engine.Sending;

/// <summary>
/// The escalations that are claimed and not yet made, as many as there is room for: what is left for want of room stays due.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class EscalationQueue
{
    private const int Room = 64;

    private readonly Channel<ClaimedEscalation> queue = System.Threading.Channels.Channel.CreateUnbounded<ClaimedEscalation>();
    private int taken;

    /// <summary>Takes room for one; false when there is none.</summary>
    public bool TryReserve()
    {
        if (Interlocked.Increment(ref taken) <= Room)
        {
            return true;
        }

        Release();
        return false;
    }

    /// <summary>Gives room back: it was made, or its claim was not stored.</summary>
    public void Release() => Interlocked.Decrement(ref taken);

    public void Add(ClaimedEscalation claimed) => queue.Writer.TryWrite(claimed);

    public ValueTask<ClaimedEscalation> TakeAsync(CancellationToken cancellationToken) => queue.Reader.ReadAsync(cancellationToken);

    public bool TryTake([NotNullWhen(true)] out ClaimedEscalation? claimed) => queue.Reader.TryRead(out claimed);
}
