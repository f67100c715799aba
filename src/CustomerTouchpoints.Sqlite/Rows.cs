using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CustomerTouchpoints.Sqlite;

/// <summary>The rows of one query, and within a row its columns, read from left to right. Disposing makes the statement ready for its next use.</summary>
internal readonly ref struct Rows(Statement statement, sqlite3_stmt prepared) : IDisposable
{
    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Next() => statement.Step();

    /// <summary>Goes to the next row of a table whose last selected column is the checksum of the others; false when there is none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="of">Whose row it is, for the message of a refusal.</param>
    /// <exception cref="SqliteException">The row is not the one that was written.</exception>
    public bool Next<T>(string table, T of)
    {
        if (!Next())
        {
            return false;
        }

        if (!IsSound())
        {
            throw Damage.In(table, of, "it does not match its checksum");
        }

        return true;
    }

    /// <summary>Leaves columns out.</summary>
    public void Skip(int columns)
    {
        for (int i = 0; i < columns; i++)
        {
            statement.NextColumn();
        }
    }

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

    private bool IsSound()
    {
        int last = raw.sqlite3_column_count(prepared) - 1;
        var checksum = new Checksum();
        for (int i = 0; i < last; i++)
        {
            switch (raw.sqlite3_column_type(prepared, i))
            {
                case raw.SQLITE_INTEGER:
                    checksum.Add(raw.sqlite3_column_int64(prepared, i));
                    break;
                case raw.SQLITE_NULL:
                    checksum.AddNull();
                    break;
                default:
                    checksum.Add(raw.sqlite3_column_blob(prepared, i));
                    break;
            }
        }

        return checksum.Value == raw.sqlite3_column_int64(prepared, last);
    }
}
