using CustomerTouchpoints.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CustomerTouchpoints.Sqlite;

/// <summary>What SQLite's errors mean to those who run the store: the file, what happened, and the remedy.</summary>
internal sealed class StoreFaults(string file, TimeSpan busyTimeout)
{
    private const long LeastRoom = 64 * 1024;
    private const int NoSpaceLeft = 28;
    private const int DiskFull = unchecked((int)0x80070070);

    /// <summary>A lock that another process holds, as Linux, macOS and Windows (two) say it.</summary>
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    /// <summary>
    /// Looks whether the file is still the one that was opened: of one that is not, SQLite says all kinds of things.
    /// </summary>
    public Func<StoreTrouble?> LookAtFile { get; set; } = () => null;

    /// <summary>Whether damage was found since the file was opened.</summary>
    public bool HasFoundDamage { get; private set; }

    public static bool IsFull(IOException fault) => fault.HResult is NoSpaceLeft or DiskFull;

    /// <summary>Whether somebody else has the file open: everything else does not pass by waiting.</summary>
    public static bool IsHeld(IOException fault) => Held.Contains(fault.HResult);

    /// <summary>Whether the file is not what it was: its pages contradict each other, or it ends before them.</summary>
    public static bool IsDamage(SqliteException cause) =>
        cause.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB || cause.SqliteExtendedErrorCode == raw.SQLITE_IOERR_SHORT_READ;

    /// <summary>Throws what an error of SQLite means; leaves any other to be thrown as it is.</summary>
    public void Throw(Exception cause)
    {
        if (cause is SqliteException fault)
        {
            throw Explain(fault);
        }
    }

    public Exception Explain(SqliteException cause, bool committing = false) =>
        cause.SqliteErrorCode switch
        {
            raw.SQLITE_CONSTRAINT => new InvalidOperationException(
                $"The batch contradicts what {file} holds: {cause.Message} Nothing of the batch was stored. If nobody else writes to "
                    + "its tables, look for damage with SqliteStoreInspection.",
                cause
            ),
            raw.SQLITE_FULL => new StoreUnavailableException(
                $"There is no room left for {file}. Free some on its disk; nothing of this batch was stored, and the store goes on once "
                    + "there is room.",
                cause
            ),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new StoreUnavailableException(
                $"Another connection was writing to {file} for longer than {busyTimeout.TotalSeconds:0.#} s: most likely a transaction "
                    + "that this host has open on it. An event that belongs to that transaction goes with it: EnlistAsync(event, "
                    + "transaction). Else commit or roll back before you call RaiseAsync.",
                cause
            ),
            _ when LookAtFile() is { } trouble => LostFile.Exception(file, trouble),
            _ when IsDamage(cause) => Damaged(cause),

            // The statements are always the same: where one makes no sense, the description of the tables does not.
            raw.SQLITE_ERROR => Damaged(cause),
            raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM => new StoreUnavailableException(
                $"{file} can't be opened for writing: {cause.Message} Check the folder, and that this process may write there.",
                cause
            ),
            _ => new StoreUnavailableException(
                IsOnFullDisk()
                    ? $"There is no room left for {file}: {cause.Message} Free some on its disk; the store goes on once there is room."
                    : $"{file} can't be used: {cause.Message}",
                cause
            )
            {
                // The commit may have reached the disk before the error did.
                OutcomeUnknown = committing,
            },
        };

    /// <summary>SQLite says of some files beside the database, such as the index of its log, only that they could not be written.</summary>
    private bool IsOnFullDisk()
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(file)!).AvailableFreeSpace < LeastRoom;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    private StoreUnavailableException Damaged(SqliteException cause)
    {
        HasFoundDamage = true;
        return new StoreUnavailableException(
            $"{file} is damaged: {cause.Message} Stop the host, keep a copy of the file with its -wal file, and restore a backup; "
                + $"without one, save what can be read with: sqlite3 {file} .recover. See docs/operations.md, \"The file is "
                + "damaged\".",
            cause
        );
    }
}
