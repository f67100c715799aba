using CustomerTouchpoints.Sqlite.Tables;
using CustomerTouchpoints.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CustomerTouchpoints.Sqlite;

/// <summary>
/// What goes on beside the batches while a store is open: its file is watched, and journeys that are finished leave. Batches and retention
/// use one connection, and take turns.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class StoreUpkeep : IAsyncDisposable
{
    private readonly SqliteTouchpointStore store;
    private readonly SqliteStoreOptions options;
    private readonly StoreFile file;
    private readonly TimeProvider time;
    private readonly TimeProvider host;
    private readonly ILogger logger;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Scrubbing scrubbing;
    private StoreTables? tables;
    private Retention? retention;
    private RetentionLoop? leaving;
    private volatile FileKeeper? keeper;

    /// <summary>The upkeep of a store that is still to be opened.</summary>
    /// <param name="store">The store.</param>
    /// <param name="options">How it is kept.</param>
    /// <param name="file">Its file.</param>
    /// <param name="time">The time by which the file is looked at.</param>
    /// <param name="host">The clock by which journeys are finished.</param>
    /// <param name="logger">Where what was found is said; null for nowhere.</param>
    public StoreUpkeep(
        SqliteTouchpointStore store,
        SqliteStoreOptions options,
        StoreFile file,
        TimeProvider time,
        TimeProvider host,
        ILogger? logger
    )
    {
        this.store = store;
        this.options = options;
        this.file = file;
        this.time = time;
        this.host = host;
        this.logger = logger ?? NullLogger.Instance;
        scrubbing = new Scrubbing(file, options, store.Faults);
        store.Faults.LookAtFile = () =>
        {
            FileKeeper? looking = keeper;
            return looking is null || looking.IsItsOwn() ? null : looking.Trouble;
        };
    }

    /// <summary>Whether the file was lost by the end.</summary>
    public bool HasLostFile { get; private set; }

    /// <summary>The file was opened.</summary>
    public void Start(StoreTables opened)
    {
        tables = opened;
        retention = new Retention(opened);
        keeper = new FileKeeper(file, options.LookInterval, time, store.Setback is not null, logger);
        if (options.KeepFinished is { } kept)
        {
            leaving = new RetentionLoop(kept, host, StepAsync, cause => KeepingLog.NotPruned(logger, file.Path, cause));
        }
    }

    /// <summary>Refuses to go on with a file that is not the one that was opened.</summary>
    /// <exception cref="StoreUnavailableException">It is not.</exception>
    public void Require() => keeper?.Require();

    /// <summary>Looks whether what lies at the path is the file that was opened.</summary>
    public bool IsItsOwn() => keeper?.IsItsOwn() ?? true;

    /// <summary>Something was committed: what was said of the file at its opening is known by now.</summary>
    public void Accept() => keeper?.Accept();

    /// <summary>Waits for the turn on the writer's connection; a batch has it until it is over.</summary>
    /// <exception cref="StoreUnavailableException">The file is not the one that was opened.</exception>
    public ValueTask TakeTurnAsync(CancellationToken cancellationToken)
    {
        Require();
        return turn.Wait(0, CancellationToken.None) ? ValueTask.CompletedTask : new ValueTask(turn.WaitAsync(cancellationToken));
    }

    /// <summary>Gives the turn to the next.</summary>
    public void GiveTurn() => turn.Release();

    /// <summary>Lets everything leave that was finished for longer than this.</summary>
    public async Task PruneAsync(TimeSpan kept, CancellationToken cancellationToken)
    {
        while (await StepAsync(host.GetUtcNow() - kept, cancellationToken).ConfigureAwait(false)) { }
    }

    /// <summary>
    /// The mark beside the file names a newer entry than those that are about to be erased: it tells a restored file by one.
    /// </summary>
    public void MarkPast() => keeper?.MarkPast();

    /// <summary>Cleans the file of what was erased.</summary>
    public Task ScrubAsync(CancellationToken cancellationToken) =>
        keeper is { } watching
            ? scrubbing.RunAsync(this, watching, cancellationToken)
            : throw new InvalidOperationException("The store is not open: call OpenAsync before anything else.");

    /// <summary>Ends, before the writer's connection is closed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (leaving is not null)
        {
            await leaving.DisposeAsync().ConfigureAwait(false);
            leaving = null;
        }

        if (keeper is not { } last)
        {
            return;
        }

        await last.DisposeAsync().ConfigureAwait(false);
        last.LeaveLog(tables!.Session);
        (keeper, retention, tables) = (null, null, null);
        scrubbing.Dispose();
        HasLostFile = last.Trouble is not null;
    }

    /// <summary>One small commit between two batches.</summary>
    /// <returns>Whether there may be more to do.</returns>
    private async ValueTask<bool> StepAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        await TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        Session session = tables!.Session;
        try
        {
            await session.BeginAsync(options.BusyTimeout, time, cancellationToken).ConfigureAwait(false);
            (StoreRow after, IReadOnlyList<KnownJourney> tombstones) = retention!.Prune(until, store.Last);
            bool givesBack = tombstones.Count == 0 && retention.HasFreePages;
            if (givesBack)
            {
                retention.GiveBack();
            }

            session.Commit();
            store.Last = after;
            store.Remembered.Replace(tombstones);
            return givesBack || tombstones.Count > 0;
        }
        catch (SqliteException cause)
        {
            throw store.Faults.Explain(cause);
        }
        finally
        {
            session.Rollback();
            GiveTurn();
        }
    }
}
