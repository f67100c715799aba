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
    private Checksum checksum;

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
        checksum.Add(value);
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
            checksum.Add([]);
            Check(raw.sqlite3_bind_text(Prepared, ++bound, text));
            return this;
        }

        ReadOnlySpan<byte> utf8 = Encode(text);
        checksum.Add(utf8);
        Check(raw.sqlite3_bind_text(Prepared, ++bound, utf8));
        return this;
    }

    /// <summary>Counts a text to the row's checksum that is not bound here, because another table holds it or it does not change.</summary>
    public Statement Cover(string? text)
    {
        if (text is null)
        {
            checksum.AddNull();
        }
        else
        {
            checksum.Add(Encode(text));
        }

        return this;
    }

    /// <summary>Binds the checksum over what was bound and covered before, in that order.</summary>
    public Statement BindChecksum() => Bind(checksum.Value);

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

    /// <summary>Runs a query for one number; zero when there is no row.</summary>
    public long QueryNumber()
    {
        using Rows rows = Query();
        return rows.Next() ? rows.Int64() : 0;
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
        checksum = default;
        _ = raw.sqlite3_reset(Prepared);
    }

    private ReadOnlySpan<byte> Encode(string text)
    {
        byte[] buffer = session.BufferFor(Encoding.UTF8.GetMaxByteCount(text.Length));
        return buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer));
    }

    private Statement BindNull()
    {
        checksum.AddNull();
        Check(raw.sqlite3_bind_null(Prepared, ++bound));
        return this;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            bound = 0;
            checksum = default;
            SqliteException.ThrowExceptionForRC(result, session.Handle);
        }
    }
}
