using System.Threading.Channels;

namespace CustomerTouchpoints.Dispatching;

/// <summary>Attempts that are stored and wait to be made: handed over in memory from the commit that began them. Thread-safe.</summary>
internal sealed class AttemptQueue
{
    private readonly Channel<Attempt> queue = Channel.CreateUnbounded<Attempt>();

    public void Add(Attempt attempt) => queue.Writer.TryWrite(attempt);

    public bool TryTake(out Attempt? attempt) => queue.Reader.TryRead(out attempt);

    /// <summary>Waits for an attempt and takes it. One attempt wakes one of those who wait.</summary>
    public ValueTask<Attempt> TakeAsync(CancellationToken cancellationToken) => queue.Reader.ReadAsync(cancellationToken);
}
