using CustomerTouchpoints.Sqlite.Tables;
using CustomerTouchpoints.Storage;
using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Sqlite;

/// <summary>
/// Looks now and then whether the file at the store's path is still the one that was opened, by a connection of its own: a commit costs
/// nothing more for it.
/// </summary>
/// <remarks>For one thread at a time.</remarks>
internal sealed class FileWatch : IDisposable
{
    /// <summary>Of the row of the table of the store: how many commits it has seen.</summary>
    private const int CommitsColumn = 5;

    /// <summary>The beginning of a log: what it was begun with is different each time.</summary>
    private const int LogHeader = 32;

    private const int Tries = 3;

    private readonly string path;
    private readonly StoreTables tables;
    private readonly NativeFile native;
    private readonly byte[] page;
    private long root;

    public FileWatch(StoreFile file)
    {
        path = file.Path;
        tables = new StoreTables(file.OpenReader());
        native = new NativeFile(tables.Session.Handle);
        page = new byte[tables.Session.QueryNumber("PRAGMA page_size")];
        FindRoot();
    }

    /// <summary>How many commits the file itself has, without its log, as far as anybody has seen; null when that can't be told.</summary>
    public long? Folded { get; private set; }

    /// <summary>Whether the last look has seen something that the next one has to confirm.</summary>
    public bool IsDoubtful { get; private set; }

    /// <summary>The watch's own connection.</summary>
    public Session Session => tables.Session;

    /// <summary>What is wrong with the file; null when nothing is.</summary>
    public StoreTrouble? Look() =>
        native.IsElsewhere ? (File.Exists(path) ? StoreTrouble.FileReplaced : StoreTrouble.FileGone)
        : IsOverwritten() ? StoreTrouble.FileOverwritten
        : LogTrouble();

    /// <summary>How far the store has come.</summary>
    public StoreMark Mark()
    {
        tables.Session.BeginReading();
        try
        {
            return StoreMark.Of(tables) with { Folded = Folded };
        }
        finally
        {
            tables.Session.Rollback();
        }
    }

    public void Dispose() => tables.Dispose();

    /// <summary>
    /// The file alone never has fewer commits than before, whoever folds its log. A page may be read while it is being written, so it is
    /// looked at twice before it counts.
    /// </summary>
    private bool IsOverwritten()
    {
        long? found = ReadCommits();
        if (Folded is null || found >= Folded)
        {
            Folded = found ?? Folded;
            IsDoubtful = false;
            return false;
        }

        bool wasDoubtful = IsDoubtful;
        IsDoubtful = true;
        FindRoot();
        return wasDoubtful;
    }

    private long? ReadCommits() => native.TryRead((root - 1) * page.Length, page) ? StoredPage.Number(page, CommitsColumn) : null;

    /// <summary>Finds the page in which the file says how far it has come.</summary>
    public void FindRoot()
    {
        try
        {
            root = tables.Session.QueryNumber("SELECT rootpage FROM sqlite_schema WHERE name = 'touchpoints_store'");
        }
        catch (SqliteException)
        {
            // What is in the file makes no sense: that is said below.
        }
    }

    private StoreTrouble? LogTrouble()
    {
        Span<byte> held = stackalloc byte[LogHeader];
        Span<byte> named = stackalloc byte[LogHeader];
        for (int i = 0; i < Tries; i++)
        {
            try
            {
                using var log = new FileStream(path + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                bool hasHeader = log.ReadAtLeast(named, LogHeader, throwOnEndOfStream: false) == LogHeader;

                // It may have been begun anew between the two reads.
                if (native.TryReadLog(0, held) == hasHeader && (!hasHeader || held.SequenceEqual(named)))
                {
                    return null;
                }
            }
            catch (FileNotFoundException)
            {
                return StoreTrouble.LogGone;
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }

        return StoreTrouble.LogReplaced;
    }
}
