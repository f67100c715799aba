using System.Data;
using System.Data.Common;
using CustomerTouchpoints.PostgreSql.Hints;
using CustomerTouchpoints.Storage;
using Npgsql;
using NpgsqlTypes;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>
/// The one thing that happens on a host's connection: a fact is put into the intake, inside the host's transaction. With it goes a hint to
/// the hosts that listen, unless this one has sent another a moment ago: notifications of many transactions would wait for each other.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Enlistment(PostgreSqlStoreOptions options, SameServer server, TimeProvider time)
{
    private readonly string? database = DatabaseOf(new NpgsqlConnectionStringBuilder(options.ConnectionString));

    private readonly string? channel = HintChannel.Of(options);

    private readonly string insert =
        $"INSERT INTO {options.Schema}.intake (lifecycle, key, name, event_id, occurred_at, enlisted_at, parties, data) VALUES ($1, $2, "
        + "$3, $4, $5, $6, $7, $8)";

    private long hintedAt = long.MinValue;

    /// <exception cref="ArgumentException">The transaction is of another provider, or on another database.</exception>
    /// <exception cref="InvalidOperationException">The transaction is over.</exception>
    /// <exception cref="StoreUnavailableException">The row could not be written.</exception>
    public async ValueTask WriteAsync(IntakeRow row, DbTransaction transaction, CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = Checked(transaction);
        string? hint = channel is not null && IsTimeForHint() ? channel : null;
        using var command = new NpgsqlCommand(hint is null ? insert : $"WITH enlisted AS ({insert}) SELECT pg_notify($9, $10)", connection);
        foreach (string text in (string[])[row.Lifecycle, row.Key, row.Name, row.EventId])
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text });
        }

        foreach (DateTimeOffset instant in (DateTimeOffset[])[row.OccurredAt, row.EnlistedAt])
        {
            command.Parameters.Add(
                new NpgsqlParameter<DateTime> { TypedValue = Instant.ToUtc(instant), NpgsqlDbType = NpgsqlDbType.TimestampTz }
            );
        }

        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = row.Parties });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = row.Data });
        if (hint is not null)
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = hint });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = HintChannel.Intake });
        }

        try
        {
            if (await server.FaultAsync(connection, cancellationToken).ConfigureAwait(false) is { } fault)
            {
                throw new ArgumentException(fault, nameof(transaction));
            }

            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException cause) when (cause.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            throw new StoreUnavailableException(
                $"The database of the transaction has no {options.Schema}.intake: start a host once, so that it makes its tables, and "
                    + "use the same database for both. Roll this one back.",
                cause
            );
        }
        catch (NpgsqlException cause)
        {
            // The connection is the host's, and may tell whole rows with its errors: they go no further.
            NpgsqlException told = cause is PostgresException { Detail: not null } full
                ? new PostgresException(full.MessageText, full.Severity, full.InvariantSeverity, full.SqlState)
                : cause;
            throw new StoreUnavailableException($"The fact could not be enlisted in {options.Schema}: {told.Message} Roll back.", told);
        }
    }

    private bool IsTimeForHint()
    {
        long last = Volatile.Read(ref hintedAt);
        long now = time.GetTimestamp();
        return (last == long.MinValue || time.GetElapsedTime(last, now) >= HostHints.Moment)
            && Interlocked.CompareExchange(ref hintedAt, now, last) == last;
    }

    /// <summary>The connection of a transaction that is open, and on a database of the same name.</summary>
    private NpgsqlConnection Checked(DbTransaction transaction)
    {
        if (transaction is not NpgsqlTransaction)
        {
            throw new ArgumentException(
                $"The transaction is a {transaction.GetType()}, but the touchpoints lie in PostgreSQL. Pass a transaction of Npgsql on "
                    + "that database, or keep the touchpoints in the database of your transaction.",
                nameof(transaction)
            );
        }

        if (ConnectionOf(transaction) is not { State: ConnectionState.Open } connection)
        {
            throw new InvalidOperationException(
                "The transaction is over: it was committed or rolled back, or its connection is closed. Enlist a fact before you "
                    + "commit; once you have, call RaiseAsync."
            );
        }

        return connection.Database == database
            ? connection
            : throw new ArgumentException(
                $"The transaction is on the database {connection.Database}, but the touchpoints lie in {database}. Only one database "
                    + "commits as a whole: give both the same.",
                nameof(transaction)
            );
    }

    private static string? DatabaseOf(NpgsqlConnectionStringBuilder connection) => connection.Database ?? connection.Username;

    private static NpgsqlConnection? ConnectionOf(DbTransaction transaction)
    {
        try
        {
            // Asked for its level, a transaction that has ended throws; asked for its connection, it does not.
            _ = transaction.IsolationLevel;
            return transaction.Connection as NpgsqlConnection;
        }
        catch (Exception over) when (over is InvalidOperationException or ObjectDisposedException)
        {
            return null;
        }
    }
}
