using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CustomerTouchpoints.Sqlite;

/// <summary>
/// One SQL statement, prepared at its first use and reused for the life of its connection. Parameters are bound in order.
/// </summary>
/// <remarks>
/// Straight on SQLite's own API: a command of Microsoft.Data.Sqlite, even prepared and reused, costs about half as much again.
/// </remarks>
internal sealed class Statement(Session session, string sql) : IDisposable
{
    private readonly BoundTexts texts = new();
    private sqlite3_stmt? prepared;
    private nint handle;
    private int bound;
    private int column = -1;
    private Checksum checksum;

    private nint Handle
    {
        get
        {
            if (handle == 0)
            {
                Check(raw.sqlite3_prepare_v2(session.Handle, sql, out prepared));
                handle = prepared.DangerousGetHandle();
            }

            return handle;
        }
    }

    public Statement Bind(long value)
    {
        checksum.Add(value);
        Check(NativeCalls.Bind(Handle, ++bound, value));
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

        ReadOnlySpan<byte> utf8 = texts.Add(text, out nint address);
        checksum.Add(utf8);
        Check(NativeCalls.BindText(Handle, ++bound, address, utf8.Length, NativeCalls.Stays));
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
            checksum.Add(texts.Add(text, out _));
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
    public Rows Query() => new(this, Handle);

    public void Dispose() => prepared?.Dispose();

    internal bool Step()
    {
        column = -1;
        int result = NativeCalls.Step(Handle);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            Check(result);
        }

        return result == raw.SQLITE_ROW;
    }

    internal int NextColumn() => ++column;

    internal void Reset()
    {
        _ = NativeCalls.Reset(Handle);
        Unbind();
    }

    private Statement BindNull()
    {
        checksum.AddNull();
        Check(NativeCalls.BindNull(Handle, ++bound));
        return this;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            Unbind();
            SqliteException.ThrowExceptionForRC(result, session.Handle);
        }
    }

    private void Unbind()
    {
        bound = 0;
        checksum = default;
        texts.Clear();
    }
}
