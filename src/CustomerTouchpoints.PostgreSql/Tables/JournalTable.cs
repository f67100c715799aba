using System.Data.Common;
using CustomerTouchpoints.Events;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tables;

/// <summary>The SQL of the journal, of the event data beside it, and of event keys.</summary>
internal static class JournalTable
{
    internal const string Columns =
        "r.sequence, r.recorded_at, r.occurred_at, r.kind, r.name, r.event_id, r.outcome, r.reason, r.changes, d.data";

    internal const string WithData =
        "LEFT JOIN event_data d ON d.journey = r.journey AND d.sequence = r.sequence AND d.recorded_at = r.recorded_at";

    public const string Insert =
        """
        INSERT INTO journal (journey, sequence, recorded_at, occurred_at, kind, name, event_id, outcome, reason, changes)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    public const string InsertData = "INSERT INTO event_data (journey, sequence, recorded_at, data) SELECT * FROM unnest($1, $2, $3, $4)";

    public const string InsertKeys =
        "INSERT INTO event_keys (journey, event_id, fingerprint, sequence, recorded_at) SELECT * FROM unnest($1, $2, $3, $4, $5)";

    // An entry may have gone with an archived month; its key stays, so that a repeat is one for ever.
    public const string FindKeys =
        $"""
        SELECT {Columns}, k.n, e.fingerprint, e.sequence, e.recorded_at
        FROM unnest($1, $2, $3) WITH ORDINALITY AS k (lifecycle, key, event_id, n)
        JOIN journeys j ON j.lifecycle = k.lifecycle AND j.key = k.key
        JOIN event_keys e ON e.journey = j.id AND e.event_id = k.event_id
        LEFT JOIN journal r ON r.journey = e.journey AND r.sequence = e.sequence AND r.recorded_at = e.recorded_at
        {WithData}
        """;

    public const string Read =
        $"""
        SELECT {Columns} FROM journal r {WithData}
        WHERE r.journey = (SELECT id FROM journeys WHERE lifecycle = $1 AND key = $2)
        ORDER BY r.sequence
        """;

    public const string ReadHighWater = "SELECT max(recorded_at) FROM journal";

    public const string Exists = "SELECT EXISTS (SELECT FROM journal WHERE journey = $1 AND sequence = $2 AND recorded_at = $3)";

    public static NpgsqlBatchCommand Inserted(IReadOnlyList<JournalRow> rows, Func<JourneyId, long> number) => new NpgsqlBatchCommand(Insert)
        .Longs(rows, row => number(row.Journey))
        .Longs(rows, row => row.Sequence)
        .Times(rows, row => row.RecordedAt)
        .Times(rows, row => row.OccurredAt)
        .Texts(rows, row => row.Kind)
        .Texts(rows, row => row.Name)
        .Texts(rows, row => row.EventId)
        .Texts(rows, row => row.Outcome)
        .Texts(rows, row => row.Reason)
        .Texts(rows, row => row.Changes);

    public static NpgsqlBatchCommand InsertedData(IReadOnlyList<JournalRow> rows, Func<JourneyId, long> number) => new NpgsqlBatchCommand(InsertData)
        .Longs(rows, row => number(row.Journey))
        .Longs(rows, row => row.Sequence)
        .Times(rows, row => row.RecordedAt)
        .Texts(rows, row => row.Data);

    /// <param name="rows">The keys.</param>
    /// <param name="number">The number of a journey.</param>
    /// <param name="recordedAt">When the entry of an event was recorded: the partition in which it lies.</param>
    public static NpgsqlBatchCommand InsertedKeys(IReadOnlyList<EventKeyRow> rows, Func<JourneyId, long> number, Func<EventKeyRow, DateTimeOffset> recordedAt) =>
        new NpgsqlBatchCommand(InsertKeys)
            .Longs(rows, row => number(row.Key.Journey))
            .Texts(rows, row => row.Key.EventId)
            .Longs(rows, row => row.Fingerprint)
            .Longs(rows, row => row.Sequence)
            .Times(rows, row => recordedAt(row));

    public static NpgsqlBatchCommand FoundKeys(IReadOnlyCollection<EventKey> keys) => new NpgsqlBatchCommand(FindKeys)
        .Texts(keys, key => key.Journey.Lifecycle)
        .Texts(keys, key => key.Journey.Key)
        .Texts(keys, key => key.EventId);

    public static RaisedEvent Raised(DbDataReader reader, IReadOnlyList<EventKey> keys)
    {
        EventKey key = keys[(int)reader.GetInt64(10) - 1];
        return new RaisedEvent(key, reader.GetInt64(11), reader.IsDBNull(0) ? Archived(key, reader.GetInt64(12), reader.Time(13)) : Row(key.Journey, reader));
    }

    public static JournalRow Row(JourneyId journey, DbDataReader reader) => new()
    {
        Journey = journey,
        Sequence = reader.GetInt64(0),
        RecordedAt = reader.Time(1),
        OccurredAt = reader.Time(2),
        Kind = reader.GetString(3),
        Name = reader.GetString(4),
        EventId = reader.TextOrNull(5),
        Outcome = reader.GetString(6),
        Reason = reader.GetString(7),
        Changes = reader.GetString(8),
        Data = reader.TextOrNull(9),
    };

    /// <summary>What can be said of an entry that is not there any more.</summary>
    private static JournalRow Archived(EventKey key, long sequence, DateTimeOffset recordedAt) => new()
    {
        Journey = key.Journey,
        Sequence = sequence,
        RecordedAt = recordedAt,
        OccurredAt = recordedAt,
        Kind = "event",
        Name = "archived",
        EventId = key.EventId,
        Outcome = nameof(RaiseOutcome.NoEffect),
        Reason = "what came of it was archived with its month of the journal",
        Changes = """{"changes":[]}""",
    };
}
