using System.Data.Common;
using System.Text;
using CustomerTouchpoints.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CustomerTouchpoints.Sqlite;

/// <summary>The one thing that happens on a host's connection: a fact is put into the intake, inside the host's transaction.</summary>
internal sealed class Enlistment(StoreFile file)
{
    private const string Insert = """
        INSERT INTO touchpoints_intake (lifecycle, key, name, event_id, occurred_at, enlisted_at, parties, data, checksum)
        VALUES ($lifecycle, $key, $name, $event, $occurred, $enlisted, $parties, $data, $checksum)
        """;

    /// <exception cref="ArgumentException">The transaction is of another provider, or on another database.</exception>
    /// <exception cref="InvalidOperationException">The transaction is over.</exception>
    /// <exception cref="StoreUnavailableException">The row could not be written.</exception>
    public void Write(IntakeRow row, DbTransaction transaction)
    {
        SqliteConnection connection = Checked(transaction);
        using var insert = new SqliteCommand(Insert, connection, (SqliteTransaction)transaction);
        insert.Parameters.AddWithValue("$lifecycle", row.Lifecycle);
        insert.Parameters.AddWithValue("$key", row.Key);
        insert.Parameters.AddWithValue("$name", row.Name);
        insert.Parameters.AddWithValue("$event", row.EventId);
        insert.Parameters.AddWithValue("$occurred", Instant.ToMicroseconds(row.OccurredAt));
        insert.Parameters.AddWithValue("$enlisted", Instant.ToMicroseconds(row.EnlistedAt));
        insert.Parameters.AddWithValue("$parties", row.Parties);
        insert.Parameters.AddWithValue("$data", row.Data);
        insert.Parameters.AddWithValue("$checksum", ChecksumOf(row));
        try
        {
            insert.ExecuteNonQuery();
        }
        catch (SqliteException cause)
        {
            throw Explain(cause);
        }
    }

    /// <summary>The connection of a transaction that is open, and on this file.</summary>
    private SqliteConnection Checked(DbTransaction transaction)
    {
        if (transaction is not SqliteTransaction)
        {
            throw new ArgumentException(
                $"The transaction is a {transaction.GetType()}, but the touchpoints lie in {file.Path}. Pass a transaction of "
                    + "Microsoft.Data.Sqlite on that file, or keep the touchpoints in the database of your transaction.",
                nameof(transaction)
            );
        }

        // SQLite itself may have rolled back, on a full disk for instance; what is written then would be committed by itself.
        if (transaction.Connection is not SqliteConnection { Handle: { } handle } connection || raw.sqlite3_get_autocommit(handle) != 0)
        {
            throw new InvalidOperationException(
                "The transaction is over: it was committed or rolled back, or its connection is closed. Enlist a fact before you "
                    + "commit; once you have, call RaiseAsync."
            );
        }

        string other = connection.DataSource;
        return
            other.Length > 0
            && string.Equals(
                StoreFile.PathOf(other),
                file.Path,
                OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal
            )
            ? connection
            : throw new ArgumentException(
                $"The transaction is on {(other.Length > 0 ? other : "a database in memory")}, but the touchpoints lie in {file.Path}. "
                    + "Only one file commits as a whole: give both the same Data Source.",
                nameof(transaction)
            );
    }

    private static long ChecksumOf(IntakeRow row)
    {
        var checksum = new Checksum();
        checksum.Add(Encoding.UTF8.GetBytes(row.Lifecycle));
        checksum.Add(Encoding.UTF8.GetBytes(row.Key));
        checksum.Add(Encoding.UTF8.GetBytes(row.Name));
        checksum.Add(Encoding.UTF8.GetBytes(row.EventId));
        checksum.Add(Instant.ToMicroseconds(row.OccurredAt));
        checksum.Add(Instant.ToMicroseconds(row.EnlistedAt));
        checksum.Add(Encoding.UTF8.GetBytes(row.Parties));
        checksum.Add(Encoding.UTF8.GetBytes(row.Data));
        return checksum.Value;
    }

    private StoreUnavailableException Explain(SqliteException cause) =>
        cause.SqliteErrorCode switch
        {
            raw.SQLITE_ERROR when cause.Message.Contains("no such table", StringComparison.Ordinal) => new StoreUnavailableException(
                $"{file.Path} has no intake yet: {cause.Message} Start the host once, so that it makes its tables, before you begin the "
                    + "transaction. Roll this one back.",
                cause
            ),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new StoreUnavailableException(
                $"The fact could not be enlisted, because another connection is writing to {file.Path}. Roll back, and begin the "
                    + "transaction as one that writes: BeginTransaction(deferred: false).",
                cause
            ),
            _ => new StoreUnavailableException($"The fact could not be enlisted in {file.Path}: {cause.Message} Roll back.", cause),
        };
}
