using CustomerTouchpoints.Sqlite.Tables;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CustomerTouchpoints.Sqlite;

/// <summary>What is looked at before a file is trusted.</summary>
internal static class StoreCheck
{
    /// <summary>
    /// How many commits the file alone holds, without its write-ahead log; null when that can't be told, as before the first checkpoint. A
    /// log that shows fewer has lost its end: pages of the file would mix with older ones of the log, and each would look sound.
    /// </summary>
    public static long? CommitsWithoutLog(string path)
    {
        if (new FileInfo(path + "-wal") is not { Exists: true, Length: > 0 } || !File.Exists(path))
        {
            return null;
        }

        try
        {
            using Session session = Session.OpenUri(FileUri.Of(path) + "?immutable=1");
            return new StoreTable(session).Read().Commits;
        }
        catch (SqliteException cause) when (cause.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_ERROR)
        {
            // A crash between two pages of a checkpoint leaves a file that only its log makes whole.
            return null;
        }
    }

    /// <summary>Refuses to begin anew where a store was.</summary>
    public static void IsThere(StoreMark? mark, string path)
    {
        if (mark is not null && !File.Exists(path))
        {
            throw LostFile.Missing(path);
        }
    }

    /// <summary>Refuses a log beside a file that is older than the one it was begun on.</summary>
    public static void LogBelongs(StoreMark? mark, long? commitsWithoutLog, string path)
    {
        if (commitsWithoutLog is { } found && mark?.Folded is { } folded && found < folded)
        {
            throw LostFile.Mixed(path, found, folded);
        }
    }

    /// <summary>Refuses a log that ends before what the file alone has seen.</summary>
    public static void Log(StoreTable store, long? commitsWithoutLog)
    {
        if (commitsWithoutLog is { } commits && store.Read().Commits is var shown && shown < commits)
        {
            throw Damage.In(
                "touchpoints_store",
                1,
                $"the file has seen {commits} commits, but with its -wal file it shows {shown}: that has lost its end"
            );
        }
    }

    /// <summary>
    /// Refuses a file whose pages do not hang together, or whose indexes say otherwise than their tables. Reads every page.
    /// </summary>
    public static void Pages(Session session)
    {
        if (session.QueryText("PRAGMA integrity_check(1)") is var finding and not "ok")
        {
            throw new SqliteException(finding, raw.SQLITE_CORRUPT);
        }
    }
}
