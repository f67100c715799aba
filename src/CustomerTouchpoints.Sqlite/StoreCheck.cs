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
            using Session session = Session.OpenUri(new Uri(path).AbsoluteUri + "?immutable=1");
            return new StoreTable(session).Read().Commits;
        }
        catch (SqliteException cause) when (cause.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_ERROR)
        {
            // A crash between two pages of a checkpoint leaves a file that only its log makes whole.
            return null;
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
