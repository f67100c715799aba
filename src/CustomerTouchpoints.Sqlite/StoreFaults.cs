using CustomerTouchpoints.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CustomerTouchpoints.Sqlite;

/// <summary>What SQLite's errors mean to those who run the store: the file, what happened, and the remedy.</summary>
internal sealed class StoreFaults(string file, TimeSpan busyTimeout)
{
    public Exception Explain(SqliteException cause, bool committing = false) => cause.SqliteErrorCode switch
    {
        raw.SQLITE_CONSTRAINT => new InvalidOperationException(
            $"The batch contradicts what {file} holds: {cause.Message} Nothing of the batch was stored.", cause),
        raw.SQLITE_FULL => new StoreUnavailableException(
            $"There is no room left for {file}. Free some on its disk; nothing of this batch was stored, and the store goes on once there is room.", cause),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new StoreUnavailableException(
            $"Another connection was writing to {file} for longer than {busyTimeout.TotalSeconds:0.#} s: most likely a transaction that this host has open on it. An event that belongs to that transaction goes with it: EnlistAsync(event, transaction). Else commit or roll back before you call RaiseAsync.",
            cause),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Damaged(cause.Message, cause),
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM => new StoreUnavailableException(
            $"{file} can't be opened for writing: {cause.Message} Check the folder, and that this process may write there.", cause),
        _ => new StoreUnavailableException($"{file} can't be used: {cause.Message}", cause)
        {
            // The commit may have reached the disk before the error did.
            OutcomeUnknown = committing,
        },
    };

    public StoreUnavailableException Damaged(string finding, Exception? cause = null) => new(
        $"{file} is damaged: {finding} Stop, keep a copy of it with its -wal file, and restore a backup or rebuild it with: sqlite3 {file} .recover",
        cause);
}
