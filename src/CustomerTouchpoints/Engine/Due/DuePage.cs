using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Due;

/// <summary>The wake-ups that a page of what is due has come to.</summary>
internal sealed record DuePage(IReadOnlyList<Submission.Wake> Wakes)
{
    public static DuePage Empty { get; } = new([]);

    /// <summary>Whether more may be due.</summary>
    public bool IsFull { get; init; }

    /// <summary>Whether all of it was committed, or failed to be.</summary>
    public bool IsThrough => Wakes.All(wake => wake.Done.IsCompleted);

    /// <summary>Waits until all of it was committed, or failed to be.</summary>
    /// <returns>Whether the commits have written anything.</returns>
    /// <exception cref="StoreUnavailableException">The store could not take it.</exception>
    public async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(Wakes.Select(wake => wake.Done))
            .WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        return Wakes.Select(wake => wake.Fault).OfType<StoreUnavailableException>().FirstOrDefault() is { } unavailable
            ? throw unavailable
            : Wakes.Any(wake => wake.Result is { IsCompletedSuccessfully: true, Result: true });
    }
}
