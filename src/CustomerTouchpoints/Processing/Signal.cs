namespace CustomerTouchpoints.Processing;

/// <summary>Wakes one waiting loop; several calls before it looks count once. Thread-safe.</summary>
internal sealed class Signal : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(0, 1);

    public void Set()
    {
        try
        {
            semaphore.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is set already.
        }
    }

    /// <summary>Waits for the signal, or for a span to pass.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) =>
        await semaphore.WaitAsync(atMost, cancellationToken).ConfigureAwait(false);

    public void Dispose() => semaphore.Dispose();
}
