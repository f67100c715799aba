using System.Text;
using SQLitePCL;

namespace CustomerTouchpoints.Sqlite;

/// <summary>The rows of one query, and within a row its columns, read from left to right. Disposing makes the statement ready for its next use.</summary>
internal readonly ref struct Rows(Statement statement, sqlite3_stmt prepared) : IDisposable
{
    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Next() => statement.Step();

    public long Int64() => raw.sqlite3_column_int64(prepared, statement.NextColumn());

    public int Int32() => checked((int)Int64());

    public bool Boolean() => Int64() != 0;

    public long? Int64OrNull()
    {
        int column = statement.NextColumn();
        return raw.sqlite3_column_type(prepared, column) == raw.SQLITE_NULL ? null : raw.sqlite3_column_int64(prepared, column);
    }

    public DateTimeOffset Instant() => Sqlite.Instant.FromMicroseconds(Int64());

    public DateTimeOffset? InstantOrNull() => Int64OrNull() is { } microseconds ? Sqlite.Instant.FromMicroseconds(microseconds) : null;

    public string Text() => Encoding.UTF8.GetString(raw.sqlite3_column_blob(prepared, statement.NextColumn()));

    public string? TextOrNull()
    {
        int column = statement.NextColumn();
        return raw.sqlite3_column_type(prepared, column) == raw.SQLITE_NULL
            ? null
            : Encoding.UTF8.GetString(raw.sqlite3_column_blob(prepared, column));
    }

    public void Dispose() => statement.Reset();
}
