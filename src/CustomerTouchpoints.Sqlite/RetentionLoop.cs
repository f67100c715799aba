using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite;

/// <summary>Lets finished journeys leave as time goes by: a step, and a pause in which the writer has its turn.</summary>
internal sealed class RetentionLoop : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>Between two steps, by the clock of the machine: the writer goes first.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly CancellationTokenSource stopping = new();
    private readonly Task looping;

    /// <summary>Begins.</summary>
    /// <param name="kept">How long a journey is kept once it is finished.</param>
    /// <param name="host">The clock by which journeys are finished.</param>
    /// <param name="step">One step, for what was finished before an instant; says whether there may be more.</param>
    /// <param name="failed">Told of a step that failed.</param>
    public RetentionLoop(
        TimeSpan kept,
        TimeProvider host,
        Func<DateTimeOffset, CancellationToken, ValueTask<bool>> step,
        Action<Exception> failed
    )
    {
        TimeSpan period = TimeSpan.FromTicks(Math.Clamp(kept.Ticks / 10, Shortest.Ticks, Longest.Ticks));
        looping = Task.Run(() => LoopAsync(new PeriodicTimer(period, host), () => host.GetUtcNow() - kept, step, failed));
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await looping.ConfigureAwait(false);
        stopping.Dispose();
    }

    private async Task LoopAsync(
        PeriodicTimer timer,
        Func<DateTimeOffset> until,
        Func<DateTimeOffset, CancellationToken, ValueTask<bool>> step,
        Action<Exception> failed
    )
    {
        using (timer)
        {
            try
            {
                do
                {
                    await PruneAsync(until(), step, failed).ConfigureAwait(false);
                } while (await timer.WaitForNextTickAsync(stopping.Token).ConfigureAwait(false));
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                // The store closes.
            }
        }
    }

    private async Task PruneAsync(
        DateTimeOffset until,
        Func<DateTimeOffset, CancellationToken, ValueTask<bool>> step,
        Action<Exception> failed
    )
    {
        try
        {
            while (await step(until, stopping.Token).ConfigureAwait(false))
            {
                await Task.Delay(Pause, TimeProvider.System, stopping.Token).ConfigureAwait(false);
            }
        }
        catch (StoreUnavailableException cause)
        {
            failed(cause);
        }
    }
}
