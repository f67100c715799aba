using CustomerTouchpoints.PostgreSql.Hints;
using CustomerTouchpoints.PostgreSql.Migrations;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Hosts;

/// <summary>The SQL of the hosts that live.</summary>
internal static class HostTable
{
    private const string Enter = """
        INSERT INTO hosts (term, name, schema_version, since, lease_until)
        SELECT nextval('terms'), $1, $2, clock_timestamp(), clock_timestamp() + $3
        RETURNING term, clock_timestamp()
        """;

    private const string Renew = "UPDATE hosts SET lease_until = clock_timestamp() + $2 WHERE term = $1 RETURNING clock_timestamp()";

    private const string Rank = "SELECT count(*)::integer, (count(*) FILTER (WHERE term < $1))::integer FROM hosts";

    private const string Leave = "DELETE FROM hosts WHERE term = $1";

    // A host that is frozen inside a transaction still holds its row; the server ends that transaction soon, and the next look finds it
    // free.
    private const string EndOthers = """
        DELETE FROM hosts WHERE term IN (
            SELECT term FROM hosts WHERE lease_until < clock_timestamp() AND term <> $1 FOR UPDATE SKIP LOCKED)
        """;

    // Where several attempts are under way in one journey, its row knows the latest term only. The latest instant in the journal is past on
    // every clock that wrote here.
    internal const string MakeDue = """
        UPDATE journeys SET due_at = least(
            coalesce(due_at, created_at), coalesce((SELECT max(recorded_at) FROM journal), created_at))
        WHERE id IN (
            SELECT id FROM journeys j
            WHERE sending_term IS NOT NULL AND (
                NOT EXISTS (SELECT FROM hosts WHERE term = sending_term)
                OR (SELECT count(*) FROM touchpoints WHERE journey = j.id AND status = 'Sending') > 1)
            ORDER BY id FOR NO KEY UPDATE)
        """;

    public static async Task<(long Term, DateTimeOffset Now)> EnterAsync(
        NpgsqlConnection connection,
        string name,
        TimeSpan lease,
        CancellationToken cancellationToken
    )
    {
        using NpgsqlBatch batch = connection.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Enter).With(name).With(Schema.Newest).With(lease));
        NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            return (reader.GetInt64(0), reader.Time(1));
        }
    }

    /// <summary>Renews the lease. Null when the term has ended.</summary>
    public static async Task<(DateTimeOffset Now, int Hosts, int Rank)?> RenewAsync(
        NpgsqlConnection connection,
        long term,
        TimeSpan lease,
        CancellationToken cancellationToken
    )
    {
        using NpgsqlBatch batch = connection.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Renew).With(term).With(lease));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Rank).With(term));
        NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                return null;
            }

            DateTimeOffset now = reader.Time(0);
            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            return (now, reader.GetInt32(0), reader.GetInt32(1));
        }
    }

    /// <summary>Ends the terms of hosts whose lease has passed, and makes what they were sending due; both or neither.</summary>
    public static Task<int> EndOthersAsync(NpgsqlConnection connection, long term, string? channel, CancellationToken cancellationToken) =>
        EndAsync(connection, EndOthers, term, always: false, channel, cancellationToken);

    /// <summary>Ends its own term, and makes due what it was still sending.</summary>
    public static Task<int> LeaveAsync(NpgsqlConnection connection, long term, string? channel, CancellationToken cancellationToken) =>
        EndAsync(connection, Leave, term, always: false, channel, cancellationToken);

    /// <summary>Makes due what hosts were sending that have gone, whenever they went.</summary>
    public static Task<int> RecoverAsync(NpgsqlConnection connection, long term, string? channel, CancellationToken cancellationToken) =>
        EndAsync(connection, EndOthers, term, always: true, channel, cancellationToken);

    private static async Task<int> EndAsync(
        NpgsqlConnection connection,
        string end,
        long term,
        bool always,
        string? channel,
        CancellationToken cancellationToken
    )
    {
        NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            using var command = new NpgsqlCommand(end, connection);
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = term });
            int ended = await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            if (ended > 0 || always)
            {
                using var makeDue = new NpgsqlCommand(MakeDue, connection);
                await makeDue.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                await TellAsync(connection, channel, cancellationToken).ConfigureAwait(false);
            }

            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return ended;
        }
    }

    /// <summary>Notifies the other hosts with the commit. A host comes or goes rarely enough for that.</summary>
    private static async Task TellAsync(NpgsqlConnection connection, string? channel, CancellationToken cancellationToken)
    {
        if (channel is not null)
        {
            using var notify = new NpgsqlCommand("SELECT pg_notify($1, $2)", connection);
            notify.Parameters.Add(new NpgsqlParameter<string> { TypedValue = channel });
            notify.Parameters.Add(new NpgsqlParameter<string> { TypedValue = HintChannel.Hosts });
            await notify.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
