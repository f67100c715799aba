using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CustomerTouchpoints.Sqlite;

/// <summary>
/// The rows of one query, and within a row its columns, read from left to right. Disposing makes the statement ready for its next use.
/// </summary>
internal readonly ref struct Rows(Statement statement, nint prepared) : IDisposable
{
    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Next() => statement.Step();

    /// <summary>
    /// Goes to the next row of a table whose last selected column is the checksum of the others; false when there is none.
    /// </summary>
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

    public long Int64() => NativeCalls.Int64(prepared, statement.NextColumn());

    public int Int32() => checked((int)Int64());

    public bool Boolean() => Int64() != 0;

    public long? Int64OrNull()
    {
        int column = statement.NextColumn();
        return NativeCalls.TypeOf(prepared, column) == raw.SQLITE_NULL ? null : NativeCalls.Int64(prepared, column);
    }

    public DateTimeOffset Instant() => Sqlite.Instant.FromMicroseconds(Int64());

    public DateTimeOffset? InstantOrNull() => Int64OrNull() is { } microseconds ? Sqlite.Instant.FromMicroseconds(microseconds) : null;

    public string Text() => TextOf(statement.NextColumn());

    public string? TextOrNull()
    {
        int column = statement.NextColumn();
        return NativeCalls.TypeOf(prepared, column) == raw.SQLITE_NULL ? null : TextOf(column);
    }

    public void Dispose() => statement.Reset();

    private string TextOf(int column) => Encoding.UTF8.GetString(BytesOf(column));

    // The bytes before their number: asking for the bytes may change it.
    private unsafe ReadOnlySpan<byte> BytesOf(int column) =>
        NativeCalls.Blob(prepared, column) is var bytes and not 0
            ? new ReadOnlySpan<byte>((void*)bytes, NativeCalls.Bytes(prepared, column))
            : [];

    private bool IsSound()
    {
        int last = NativeCalls.Columns(prepared) - 1;
        var checksum = new Checksum();
        for (int i = 0; i < last; i++)
        {
            switch (NativeCalls.TypeOf(prepared, i))
            {
                case raw.SQLITE_INTEGER:
                    checksum.Add(NativeCalls.Int64(prepared, i));
                    break;
                case raw.SQLITE_NULL:
                    checksum.AddNull();
                    break;
                default:
                    checksum.Add(BytesOf(i));
                    break;
            }
        }

        return checksum.Value == NativeCalls.Int64(prepared, last);
    }
}
