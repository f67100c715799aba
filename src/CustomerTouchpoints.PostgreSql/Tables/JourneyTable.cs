using System.Data.Common;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tables;

/// <summary>The SQL of journeys.</summary>
internal static class JourneyTable
{
    /// <summary>How many keys are locked one by one; a batch with more that do not exist locks them all with one lock.</summary>
    private const int MostLocks = 256;

    internal const string Columns =
        "j.id, j.lifecycle, j.key, j.version, j.state, j.standing, j.sequence, j.created_at, j.due_at, j.sending_term, "
        + "j.held_at_revision, j.memory, j.data";

    private const string Changing =
        "version, state, standing, sequence, created_at, due_at, sending_term, held_at_revision, finished_at, memory, data";

    private static readonly string Keys = ArrayRows.Of("lifecycle, key");

    // A row that does not exist can't be locked: its key is, in the order of the hashes, before any row. The locks of many keys would not
    // fit into the server's table of locks, so they become one.
    private static readonly string Unheard = $"""
        SELECT hashtextextended('journey ' || k.lifecycle || '/' || k.key, $3) AS hash
        FROM ({Keys}) AS k
        WHERE NOT EXISTS (SELECT FROM journeys j WHERE j.lifecycle = k.lifecycle AND j.key = k.key)
        UNION
        SELECT hashtextextended('customer ' || k.customer, $3)
        FROM unnest($4) AS k (customer)
        WHERE NOT EXISTS (SELECT FROM customers c WHERE c.customer = k.customer)
        """;

    public static readonly string LockUnheard = $"""
        WITH unheard AS MATERIALIZED ({Unheard} ORDER BY hash),
        whole AS MATERIALIZED (
            SELECT count(*) AS keys,
                CASE WHEN count(*) > {MostLocks} THEN pg_advisory_xact_lock($3) ELSE pg_advisory_xact_lock_shared($3) END AS locked
            FROM unheard)
        SELECT pg_advisory_xact_lock(hash) FROM whole CROSS JOIN unheard WHERE keys <= {MostLocks}
        """;

    public static readonly string Lock =
        $"SELECT {Columns} FROM ({Keys}) AS k JOIN journeys j ON j.lifecycle = k.lifecycle AND j.key = k.key ORDER BY j.id FOR NO KEY "
        + "UPDATE OF j";

    public static readonly string Read =
        $"SELECT {Columns} FROM unnest($1, $2) WITH ORDINALITY AS k (lifecycle, key, n) JOIN journeys j ON j.lifecycle = k.lifecycle "
        + "AND j.key = k.key ORDER BY k.n";

    public const string NextBlocks = "SELECT nextval('journey_blocks') FROM generate_series(1, $1)";

    public static readonly string Insert =
        $"INSERT INTO journeys (id, lifecycle, key, partition, {Changing}) {ArrayRows.Of($"id, lifecycle, key, partition, {Changing}")}";

    public static readonly string Update = $"""
        UPDATE journeys j
        SET version = u.version, state = u.state, standing = u.standing, sequence = u.sequence, created_at = u.created_at,
            due_at = u.due_at, sending_term = u.sending_term, held_at_revision = u.held_at_revision, finished_at = u.finished_at,
            memory = u.memory, data = u.data
        FROM ({ArrayRows.Of($"id, {Changing}")}) AS u
        WHERE j.id = u.id
        """;

    // Who comes late does not move a journey that lies with somebody.
    public static readonly string Place = $"""
        UPDATE journeys j SET partition = u.partition FROM ({ArrayRows.Of("id, partition")}) AS u
        WHERE j.id = u.id AND NOT EXISTS (SELECT FROM parties WHERE journey = j.id)
        """;

    // What this host takes first: its share by partition, and whatever has waited for so long that its host does not seem to take it.
    private const string Share = "(j.partition % $5 = $6 OR j.due_at <= $7)";

    public const string ReadDue = $"""
        SELECT lifecycle, key, due_at FROM (
            (SELECT lifecycle, key, due_at, id FROM journeys j
             WHERE due_at = $2 AND due_at <= $1 AND {Share}
                 AND id > coalesce((SELECT id FROM journeys WHERE lifecycle = $3 AND key = $4), 0)
             ORDER BY due_at, id LIMIT $8)
            UNION ALL
            (SELECT lifecycle, key, due_at, id FROM journeys j
             WHERE due_at > $2 AND due_at <= $1 AND {Share}
             ORDER BY due_at, id LIMIT $8)) AS due
        ORDER BY due_at, id LIMIT $8
        """;

    // The first entry of an index each: a question for any row could be answered by reading the whole table.
    public const string HasWork = $"SELECT coalesce((SELECT min(due_at) FROM journeys) <= $1, false) OR {IntakeTable.IsAnyWaiting}";

    // The row stays as a tombstone: what comes late finds it, and gets "closed" for an answer.
    public const string Prune = """
        WITH gone AS (
            SELECT id FROM journeys WHERE finished_at < clock_timestamp() - $1 ORDER BY finished_at, id LIMIT $2 FOR UPDATE SKIP LOCKED),
        keys AS (DELETE FROM event_keys WHERE journey IN (SELECT id FROM gone)),
        data AS (DELETE FROM event_data WHERE journey IN (SELECT id FROM gone)),
        entries AS (DELETE FROM journal WHERE journey IN (SELECT id FROM gone)),
        messages AS (DELETE FROM touchpoints WHERE journey IN (SELECT id FROM gone)),
        waiting AS (DELETE FROM shelved WHERE journey IN (SELECT id FROM gone)),
        reported AS (DELETE FROM receipts WHERE journey IN (SELECT id FROM gone)),
        called AS (DELETE FROM provider_references WHERE journey IN (SELECT id FROM gone)),
        measured AS (DELETE FROM clocks WHERE journey IN (SELECT id FROM gone)),
        promised AS (DELETE FROM promises WHERE journey IN (SELECT id FROM gone)),
        roles AS (DELETE FROM parties WHERE journey IN (SELECT id FROM gone))
        UPDATE journeys SET standing = 'closed', data = '{}', finished_at = NULL WHERE id IN (SELECT id FROM gone)
        """;

    public const string FindByCustomer = """
        SELECT j.lifecycle, j.key FROM journeys j
        WHERE j.id IN (SELECT journey FROM parties WHERE customer = $1)
        ORDER BY j.created_at, j.id
        """;

    public const string RecallHeld = """
        UPDATE journeys SET due_at = least(due_at, $1) WHERE id IN (
            SELECT id FROM journeys WHERE held_at_revision IS NOT NULL ORDER BY id FOR NO KEY UPDATE)
        """;

    public const string RecallVersion = """
        UPDATE journeys SET due_at = least(due_at, $1) WHERE id IN (
            SELECT id FROM journeys WHERE lifecycle = $2 AND version = $3 AND standing <> 'closed' ORDER BY id FOR NO KEY UPDATE)
        """;

    public static NpgsqlBatchCommand Keyed(string sql, IReadOnlyCollection<JourneyId> journeys) =>
        new NpgsqlBatchCommand(sql).Texts(journeys, id => id.Lifecycle).Texts(journeys, id => id.Key);

    /// <summary>Locks the keys of journeys and customers that may not exist.</summary>
    public static NpgsqlBatchCommand LockedUnheard(
        IReadOnlyCollection<JourneyId> journeys,
        IReadOnlyCollection<CustomerId> customers,
        long name
    ) => Keyed(LockUnheard, journeys).With(name).Texts(customers, customer => customer.Value);

    public static NpgsqlBatchCommand Inserted(IReadOnlyCollection<LockedJourney> journeys) =>
        Values(
            new NpgsqlBatchCommand(Insert)
                .Longs(journeys, journey => journey.Number)
                .Texts(journeys, journey => journey.Id.Lifecycle)
                .Texts(journeys, journey => journey.Id.Key)
                .ShortsOrNulls(journeys, journey => journey.Partition),
            journeys
        );

    public static NpgsqlBatchCommand Updated(IReadOnlyCollection<LockedJourney> journeys) =>
        Values(new NpgsqlBatchCommand(Update).Longs(journeys, journey => journey.Number), journeys);

    public static NpgsqlBatchCommand Placed(IReadOnlyCollection<LockedJourney> journeys) =>
        new NpgsqlBatchCommand(Place).Longs(journeys, journey => journey.Number).ShortsOrNulls(journeys, journey => journey.Partition);

    public static NpgsqlBatchCommand Recalled(Recall recall) =>
        recall switch
        {
            Recall.Held => new NpgsqlBatchCommand(RecallHeld).With(recall.At),
            Recall.OfVersion version => new NpgsqlBatchCommand(RecallVersion).With(recall.At).With(version.Lifecycle).With(version.Version),
            _ => throw new NotSupportedException($"This store does not know how to recall {recall.GetType().Name}."),
        };

    public static NpgsqlBatchCommand Work(DateTimeOffset until) => new NpgsqlBatchCommand(HasWork).With(until);

    /// <summary>A page of what is due until an instant, for one host of several.</summary>
    public static NpgsqlBatchCommand Due(
        DateTimeOffset until,
        DueJourney? after,
        int limit,
        int hosts,
        int rank,
        DateTimeOffset abandoned
    ) =>
        new NpgsqlBatchCommand(ReadDue)
            .With(until)
            .With(after?.DueAt ?? DateTimeOffset.MinValue)
            .WithText(after?.Journey.Lifecycle)
            .WithText(after?.Journey.Key)
            .With(hosts)
            .With(rank)
            .With(abandoned)
            .With(limit);

    public static NpgsqlBatchCommand OfCustomer(CustomerId customer) => new NpgsqlBatchCommand(FindByCustomer).With(customer.Value);

    public static (long Number, JourneyRow Row) Row(DbDataReader reader) =>
        (
            reader.GetInt64(0),
            new JourneyRow
            {
                Id = new JourneyId(reader.GetString(1), reader.GetString(2)),
                Version = reader.GetInt32(3),
                State = reader.TextOrNull(4),
                Standing = reader.GetString(5),
                Sequence = reader.GetInt64(6),
                CreatedAt = reader.Time(7),
                DueAt = reader.TimeOrNull(8),
                SendingTerm = reader.LongOrNull(9),
                HeldAtRevision = reader.LongOrNull(10),
                Memory = reader.GetString(11),
                Data = reader.GetString(12),
            }
        );

    private static NpgsqlBatchCommand Values(NpgsqlBatchCommand command, IReadOnlyCollection<LockedJourney> journeys) =>
        command
            .Ints(journeys, journey => journey.Written!.Version)
            .Texts(journeys, journey => journey.Written!.State)
            .Texts(journeys, journey => journey.Written!.Standing)
            .Longs(journeys, journey => journey.Written!.Sequence)
            .Times(journeys, journey => journey.Written!.CreatedAt)
            .Times(journeys, journey => journey.Written!.DueAt)
            .LongsOrNulls(journeys, journey => journey.Written!.SendingTerm)
            .LongsOrNulls(journeys, journey => journey.Written!.HeldAtRevision)
            .Times(journeys, journey => journey.FinishedAt)
            .Texts(journeys, journey => journey.Written!.Memory)
            .Texts(journeys, journey => journey.Written!.Data);
}
