namespace CustomerTouchpoints.Engine.Writing;

/// <summary>Wakes one waiting loop; several calls before it looks count once. Thread-safe.</summary>
internal sealed class Signal : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(0, 1);
    private int isSet;
    private volatile bool isAwaited;

    /// <summary>Whether the loop waits for it.</summary>
    public bool IsAwaited => isAwaited;

    public void Set()
    {
        // Most calls find it set already; to learn that from the semaphore would cost an exception each.
        if (Interlocked.Exchange(ref isSet, 1) == 0)
        {
            semaphore.Release();
        }
    }

    /// <summary>Wakes the loop if it rests, and leaves nothing for one that works.</summary>
    public void SetIfAwaited()
    {
        if (isAwaited)
        {
            Set();
        }
    }

    /// <summary>Waits for the signal, or for a span to pass.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        isAwaited = true;
        try
        {
            if (await semaphore.WaitAsync(atMost, cancellationToken).ConfigureAwait(false))
            {
                Interlocked.Exchange(ref isSet, 0);
            }
        }
        finally
        {
            isAwaited = false;
        }
    }

    /// <summary>Waits for the signal, however long.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Forgets a signal that nobody waited for. For the waiting loop alone.</summary>
    public void Clear()
    {
        if (semaphore.Wait(0))
        {
            Interlocked.Exchange(ref isSet, 0);
        }
    }

    public void Dispose() => semaphore.Dispose();
}
