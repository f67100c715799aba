using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CustomerTouchpoints.Sqlite;

/// <summary>One SQL statement, prepared at its first use and reused for the life of its connection. Parameters are bound in order.</summary>
/// <remarks>Straight on SQLite's own API: a command of Microsoft.Data.Sqlite, even prepared and reused, costs about half as much again.</remarks>
internal sealed class Statement(Session session, string sql) : IDisposable
{
    private sqlite3_stmt? prepared;
    private int bound;
    private int column = -1;

    private sqlite3_stmt Prepared
    {
        get
        {
            if (prepared is null)
            {
                Check(raw.sqlite3_prepare_v2(session.Handle, sql, out prepared));
            }

            return prepared;
        }
    }

    public Statement Bind(long value)
    {
        Check(raw.sqlite3_bind_int64(Prepared, ++bound, value));
        return this;
    }

    public Statement Bind(long? value) => value is { } number ? Bind(number) : BindNull();

    public Statement Bind(DateTimeOffset instant) => Bind(Instant.ToMicroseconds(instant));

    public Statement Bind(DateTimeOffset? instant) => instant is { } value ? Bind(value) : BindNull();

    public Statement Bind(bool value) => Bind(value ? 1L : 0L);

    public Statement Bind(string? text)
    {
        if (text is null)
        {
            return BindNull();
        }

        if (text.Length == 0)
        {
            // An empty span has no address, which SQLite would take for null.
            Check(raw.sqlite3_bind_text(Prepared, ++bound, text));
            return this;
        }

        byte[] buffer = session.BufferFor(Encoding.UTF8.GetMaxByteCount(text.Length));
        int length = Encoding.UTF8.GetBytes(text, buffer);
        Check(raw.sqlite3_bind_text(Prepared, ++bound, buffer.AsSpan(0, length)));
        return this;
    }

    /// <summary>Runs a statement that returns no rows.</summary>
    public void Run()
    {
        using Rows rows = Query();
        rows.Next();
    }

    /// <summary>Runs a statement that changes rows, and tells how many.</summary>
    public int RunCounted()
    {
        Run();
        return raw.sqlite3_changes(session.Handle);
    }

    /// <summary>Runs a query. Dispose the rows before the statement is bound again.</summary>
    public Rows Query() => new(this, Prepared);

    public void Dispose() => prepared?.Dispose();

    internal bool Step()
    {
        column = -1;
        int result = raw.sqlite3_step(Prepared);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            Check(result);
        }

        return result == raw.SQLITE_ROW;
    }

    internal int NextColumn() => ++column;

    internal void Reset()
    {
        bound = 0;
        _ = raw.sqlite3_reset(Prepared);
    }

    private Statement BindNull()
    {
        Check(raw.sqlite3_bind_null(Prepared, ++bound));
        return this;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            bound = 0;
            SqliteException.ThrowExceptionForRC(result, session.Handle);
        }
    }
}
