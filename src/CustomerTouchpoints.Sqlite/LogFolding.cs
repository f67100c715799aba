using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CustomerTouchpoints.Sqlite;

/// <summary>
/// Folds the write-ahead log back into the file while the writer goes on. The writer finds next to nothing left to fold when the log has
/// grown to its limit, and begins it anew; alone, it would hold up every caller until thousands of pages had reached the disk.
/// </summary>
/// <remarks>Called by the writer only. What fails here is left to the writer, whose own folding says so.</remarks>
/// <param name="file">The file.</param>
/// <param name="isItsOwn">Whether the file is the one that was opened: a log is not folded into another.</param>
internal sealed class LogFolding(StoreFile file, Func<bool> isItsOwn) : IAsyncDisposable
{
    /// <summary>Half of the pages at which the writer folds the log itself.</summary>
    private const int Pages = 2000;

    /// <summary>SQLITE_DBSTATUS_CACHE_WRITE: how many pages a connection has written.</summary>
    private const int PagesWritten = 9;

    private Task folding = Task.CompletedTask;
    private Session? session;
    private int pages;

    /// <summary>Counts what the last commit has written, and begins to fold when it is enough.</summary>
    public void Note(sqlite3 writer)
    {
        if (raw.sqlite3_db_status(writer, PagesWritten, out int written, out _, resetFlg: 1) == raw.SQLITE_OK)
        {
            pages += written;
        }

        if (pages >= Pages && folding.IsCompleted)
        {
            pages = 0;
            folding = Task.Run(Fold);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await folding.ConfigureAwait(false);
        session?.Dispose();
    }

    private void Fold()
    {
        try
        {
            Session opened = session ?? file.OpenFolder();
            if (!isItsOwn())
            {
                if (session is null)
                {
                    opened.LeaveLog();
                    opened.Dispose();
                }

                return;
            }

            if (session is null)
            {
                // A connection that has read nothing knows of no log.
                opened.QueryNumber("PRAGMA schema_version");
                session = opened;
            }

            _ = raw.sqlite3_wal_checkpoint_v2(session.Handle, null, raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _);
        }
        catch (SqliteException)
        {
            // The file can't be opened once more; the writer has it open, and folds the log itself.
        }
    }
}
