using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CustomerTouchpoints.Sqlite;

/// <summary>
/// Cleans the file of what was deleted or replaced: every page is written anew, without what its free room held, and the log is emptied.
/// Those
/// who ask together share one cleaning that began after all of them.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Scrubbing(StoreFile file, SqliteStoreOptions options, StoreFaults faults) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private long asked;
    private long done;

    /// <param name="upkeep">Whose turn it takes.</param>
    /// <param name="keeper">Who watches over the file, and must not look at it meanwhile.</param>
    /// <param name="cancellationToken">Gives up waiting for the turn.</param>
    public async Task RunAsync(StoreUpkeep upkeep, FileKeeper keeper, CancellationToken cancellationToken)
    {
        long mine = Interlocked.Increment(ref asked);
        await one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (done >= mine)
            {
                return;
            }

            await upkeep.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                long covered = Volatile.Read(ref asked);
                keeper.While(Scrub);
                done = covered;
            }
            finally
            {
                upkeep.GiveTurn();
            }
        }
        catch (SqliteException cause)
        {
            throw faults.Explain(cause);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private void Scrub()
    {
        using Session session = file.OpenScrubber(options.BusyTimeout);
        session.Execute("VACUUM");
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_wal_checkpoint_v2(session.Handle, null, raw.SQLITE_CHECKPOINT_TRUNCATE, out _, out _),
            session.Handle
        );
    }
}
