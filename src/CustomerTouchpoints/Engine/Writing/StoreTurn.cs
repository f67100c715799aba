using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>Batches of a store never overlap: whoever begins one takes the turn first. Thread-safe.</summary>
internal sealed class StoreTurn(ITouchpointStore store) : IDisposable
{
    private readonly SemaphoreSlim free = new(1, 1);
    private bool isDisposed;

    /// <summary>Waits for the turn. Disposing what is returned gives it to the next.</summary>
    public async ValueTask<Taken> TakeAsync(CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Taken(free);
    }

    /// <summary>Commits something about the whole, between two batches of the writer.</summary>
    /// <param name="decide">What to write, from what the store has loaded; null for nothing.</param>
    /// <param name="cancellationToken">Gives up waiting for the turn.</param>
    /// <returns>Whether anything was written.</returns>
    public Task<bool> CommitAsync(Func<IStoreBatch, BatchWrites?> decide, CancellationToken cancellationToken) =>
        CommitAsync(BatchKeys.None, decide, cancellationToken);

    /// <summary>Commits something between two batches of the writer.</summary>
    /// <param name="keys">What the store loads.</param>
    /// <param name="decide">What to write, from what the store has loaded; null for nothing.</param>
    /// <param name="cancellationToken">Gives up waiting for the turn.</param>
    /// <returns>Whether anything was written.</returns>
    public async Task<bool> CommitAsync(BatchKeys keys, Func<IStoreBatch, BatchWrites?> decide, CancellationToken cancellationToken)
    {
        using Taken taken = await TakeAsync(cancellationToken).ConfigureAwait(false);
        IStoreBatch loaded = await store.BeginAsync(keys, cancellationToken).ConfigureAwait(false);
        await using (loaded.ConfigureAwait(false))
        {
            if (decide(loaded) is not { } writes)
            {
                return false;
            }

            await loaded.CommitAsync(writes, cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    /// <summary>
    /// Nobody gets the turn any more. Whoever waits for it now still does: a semaphore that is disposed of would let them wait for ever.
    /// </summary>
    public void Dispose()
    {
        if (!isDisposed && free.Wait(0))
        {
            isDisposed = true;
            free.Dispose();
        }
    }

    /// <summary>The turn, as long as it is not disposed.</summary>
    internal readonly struct Taken(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
