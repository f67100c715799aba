using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CustomerTouchpoints.Sqlite;

/// <summary>One connection with its prepared statements.</summary>
/// <remarks>Used by one thread at a time.</remarks>
internal sealed class Session : IDisposable
{
    private const int NoCheckpointOnClose = 1006;

    private static readonly TimeSpan BusyPause = TimeSpan.FromMilliseconds(5);

    private readonly List<Statement> statements = [];
    private readonly Statement begin;
    private readonly Statement beginReading;
    private readonly Statement commit;

    static Session() => NativeCalls.Load();

    private Session(sqlite3 handle)
    {
        Handle = handle;
        begin = Prepare("BEGIN IMMEDIATE");
        beginReading = Prepare("BEGIN");
        commit = Prepare("COMMIT");
    }

    public sqlite3 Handle { get; }

    public static Session Open(string path, params ReadOnlySpan<string> pragmas) =>
        Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE, pragmas);

    /// <summary>Opens a file that is there; one that is not is not begun.</summary>
    public static Session OpenThere(string path, params ReadOnlySpan<string> pragmas) => Open(path, raw.SQLITE_OPEN_READWRITE, pragmas);

    /// <summary>Opens a file for reading, as the URI says.</summary>
    public static Session OpenUri(string uri) => Open(uri, raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_URI, []);

    private static Session Open(string path, int flags, ReadOnlySpan<string> pragmas)
    {
        // One thread at a time uses a session, so SQLite need not lock at every call.
        int result = raw.sqlite3_open_v2(path, out sqlite3 handle, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        var session = new Session(handle);
        try
        {
            SqliteException.ThrowExceptionForRC(result, handle);
            Checksum.AddFunctionTo(handle);
            foreach (string pragma in pragmas)
            {
                session.Execute($"PRAGMA {pragma}");
            }

            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>A statement for repeated use; the session disposes it.</summary>
    public Statement Prepare(string sql)
    {
        var statement = new Statement(this, sql);
        statements.Add(statement);
        return statement;
    }

    /// <summary>Runs one or several statements once.</summary>
    public void Execute(string sql) => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(Handle, sql), Handle);

    /// <summary>Asks for one text once.</summary>
    public string QueryText(string sql)
    {
        using var statement = new Statement(this, sql);
        using Rows rows = statement.Query();
        return rows.Next() ? rows.Text() : "";
    }

    /// <summary>Asks for one number once.</summary>
    public long QueryNumber(string sql)
    {
        using var statement = new Statement(this, sql);
        return statement.QueryNumber();
    }

    /// <summary>Begins a transaction that writes; waits while another connection is writing.</summary>
    public async ValueTask BeginAsync(TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        while (!TryBegin(time.GetElapsedTime(start) >= timeout))
        {
            await Task.Delay(BusyPause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Begins to read one state of the file, whatever is committed meanwhile.</summary>
    public void BeginReading() => beginReading.Run();

    /// <summary>Ends the transaction and keeps what it wrote.</summary>
    public void Commit()
    {
        commit.Run();
    }

    /// <summary>Leaves the transaction, if one is open.</summary>
    public void Rollback()
    {
        if (raw.sqlite3_get_autocommit(Handle) == 0)
        {
            _ = raw.sqlite3_exec(Handle, "ROLLBACK");
        }
    }

    /// <summary>Has it close without folding the log, also where it is the last to close.</summary>
    public void LeaveLog() => _ = raw.sqlite3_db_config(Handle, NoCheckpointOnClose, 1, out _);

    public void Dispose()
    {
        foreach (Statement statement in statements)
        {
            statement.Dispose();
        }

        Handle.Dispose();
    }

    private bool TryBegin(bool isLastTry)
    {
        try
        {
            begin.Run();
            return true;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode == raw.SQLITE_BUSY && !isLastTry)
        {
            return false;
        }
    }
}
