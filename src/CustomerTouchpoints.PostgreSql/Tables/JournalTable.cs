using System.Data.Common;
using System.Globalization;
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

    private const string Names = "journey, sequence, recorded_at, occurred_at, kind, name, event_id, outcome, reason, changes";
    private const string DataNames = "journey, sequence, recorded_at, data";
    private const string KeyNames = "journey, event_id, fingerprint, sequence, recorded_at";

    // One statement, since most batches bring rows of all three.
    public static readonly string Insert = $"""
        WITH kept AS (INSERT INTO event_data ({DataNames}) {ArrayRows.Of(DataNames, 11)}),
        keys AS (INSERT INTO event_keys ({KeyNames}) {ArrayRows.Of(KeyNames, 15)})
        INSERT INTO journal ({Names}, place)
        SELECT e.*, (SELECT base + pg_current_xact_id()::text::bigint FROM journal_base) FROM ({ArrayRows.Of(Names)}) AS e
        """;

    // Entries of a month that was detached are not here; whoever keeps it erases there.
    private static readonly string Erase = $"""
        WITH erased AS (SELECT * FROM ({ArrayRows.Of("journey, sequence, recorded_at, reason, changes")}) AS u),
        data AS (DELETE FROM event_data d USING erased e
                 WHERE d.journey = e.journey AND d.sequence = e.sequence AND d.recorded_at = e.recorded_at)
        UPDATE journal r SET reason = e.reason, changes = e.changes FROM erased e
        WHERE r.journey = e.journey AND r.sequence = e.sequence AND r.recorded_at = e.recorded_at
        """;

    // An entry may have gone with an archived month; its key stays, so that a repeat is one for ever.
    public const string FindEntries = $"""
        SELECT {Columns}, k.n
        FROM unnest($1, $2, $3) WITH ORDINALITY AS k (journey, sequence, recorded_at, n)
        LEFT JOIN journal r ON r.journey = k.journey AND r.sequence = k.sequence AND r.recorded_at = k.recorded_at
        {WithData}
        """;

    public const string Read = $"""
        SELECT {Columns} FROM journal r {WithData}
        WHERE r.journey = (SELECT id FROM journeys WHERE lifecycle = $1 AND key = $2)
        ORDER BY r.sequence
        """;

    // Nothing is ever committed with a smaller place than that of the oldest transaction that is not over.
    public const string ReadAfter = $"""
        SELECT {Columns}, j.lifecycle, j.key, r.place, r.journey
        FROM (SELECT * FROM journal
              WHERE (place, journey, sequence) > ($1, $2, $3)
                  AND place < (SELECT base + pg_snapshot_xmin(pg_current_snapshot())::text::bigint FROM journal_base)
              ORDER BY place, journey, sequence LIMIT $4) AS r
        JOIN journeys j ON j.id = r.journey {WithData}
        ORDER BY r.place, r.journey, r.sequence
        """;

    // A database that was restored elsewhere counts its transactions anew: what comes goes on far behind what is there.
    public const string Rebase = """
        UPDATE journal_base SET base = last.place + 1000000000000 - pg_snapshot_xmin(pg_current_snapshot())::text::bigint
        FROM (SELECT max(place) AS place FROM journal) AS last
        WHERE last.place >= base + pg_snapshot_xmax(pg_current_snapshot())::text::bigint
        """;

    public const string ReadHighWater = "SELECT max(recorded_at) FROM journal";

    public const string Exists = "SELECT EXISTS (SELECT FROM journal WHERE journey = $1 AND sequence = $2 AND recorded_at = $3)";

    /// <param name="rows">The entries.</param>
    /// <param name="keys">The keys of the events among them.</param>
    /// <param name="number">The number of a journey.</param>
    /// <param name="recordedAt">When the entry of an event was recorded: the partition in which it lies.</param>
    public static NpgsqlBatchCommand Inserted(
        IReadOnlyList<JournalRow> rows,
        IReadOnlyList<EventKeyRow> keys,
        Func<JourneyId, long> number,
        Func<EventKeyRow, DateTimeOffset> recordedAt
    )
    {
        JournalRow[] brought = [.. rows.Where(row => row.Data is not null)];
        return new NpgsqlBatchCommand(Insert)
            .Longs(rows, row => number(row.Journey))
            .Longs(rows, row => row.Sequence)
            .Times(rows, row => row.RecordedAt)
            .Times(rows, row => row.OccurredAt)
            .Texts(rows, row => row.Kind)
            .Texts(rows, row => row.Name)
            .Texts(rows, row => row.EventId)
            .Texts(rows, row => row.Outcome)
            .Texts(rows, row => row.Reason)
            .Texts(rows, row => row.Changes)
            .Longs(brought, row => number(row.Journey))
            .Longs(brought, row => row.Sequence)
            .Times(brought, row => row.RecordedAt)
            .Texts(brought, row => row.Data)
            .Longs(keys, row => number(row.Key.Journey))
            .Texts(keys, row => row.Key.EventId)
            .Longs(keys, row => row.Fingerprint)
            .Longs(keys, row => row.Sequence)
            .Times(keys, row => recordedAt(row));
    }

    /// <summary>Takes out of entries what they said, and their data.</summary>
    public static NpgsqlBatchCommand Erased(IReadOnlyList<JournalRow> rows, Func<JourneyId, long> number) =>
        new NpgsqlBatchCommand(Erase)
            .Longs(rows, row => number(row.Journey))
            .Longs(rows, row => row.Sequence)
            .Times(rows, row => row.RecordedAt)
            .Texts(rows, row => row.Reason)
            .Texts(rows, row => row.Changes);

    /// <exception cref="ArgumentException">The text is no place.</exception>
    public static NpgsqlBatchCommand After(string? place, int limit)
    {
        long[] parts = [0, 0, 0];
        string[] texts = place?.Split('.') ?? [];
        for (int i = 0; i < texts.Length; i++)
        {
            if (texts.Length != parts.Length || !long.TryParse(texts[i], NumberStyles.None, CultureInfo.InvariantCulture, out parts[i]))
            {
                throw new ArgumentException($"\"{place}\" is no place in this journal. Give one that was read, or null.", nameof(place));
            }
        }

        return new NpgsqlBatchCommand(ReadAfter).With(parts[0]).With(parts[1]).With(parts[2]).With(limit);
    }

    public static PlacedEntry Placed(DbDataReader reader)
    {
        JournalRow row = Row(new JourneyId(reader.GetString(10), reader.GetString(11)), reader);
        return new PlacedEntry(
            string.Create(CultureInfo.InvariantCulture, $"{reader.GetInt64(12)}.{reader.GetInt64(13)}.{row.Sequence}"),
            row
        );
    }

    public static NpgsqlBatchCommand OfKeys(IReadOnlyCollection<FoundKey> keys) =>
        new NpgsqlBatchCommand(FindEntries)
            .Longs(keys, key => key.Journey)
            .Longs(keys, key => key.Sequence)
            .Times(keys, key => key.RecordedAt);

    /// <summary>What came of an event the first time.</summary>
    public static RaisedEvent Raised(DbDataReader reader, IReadOnlyList<FoundKey> keys)
    {
        FoundKey found = keys[(int)reader.GetInt64(10) - 1];
        return new RaisedEvent(
            found.Key,
            found.Fingerprint,
            reader.IsDBNull(0) ? Archived(found.Key, found.Sequence, found.RecordedAt) : Row(found.Key.Journey, reader)
        );
    }

    public static JournalRow Row(JourneyId journey, DbDataReader reader) =>
        new()
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
    private static JournalRow Archived(EventKey key, long sequence, DateTimeOffset recordedAt) =>
        new()
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
