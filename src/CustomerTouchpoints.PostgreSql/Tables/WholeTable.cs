using System.Text.Json;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tables;

/// <summary>
/// The SQL of what is about the whole and wanted by each batch: the own term, the lock of the whole, hosts that live, switches, what limits
/// count.
/// </summary>
internal static class WholeTable
{
    // The lock of the whole is taken of a row that is locked already: the own term comes first on every host.
    private const string OwnTerm = "WITH own AS MATERIALIZED (SELECT clock_timestamp() AS now FROM hosts WHERE term = $1 FOR KEY SHARE)";

    public const string Enter = $"{OwnTerm} SELECT now, pg_advisory_xact_lock_shared($2) FROM own";

    public const string EnterAlone = $"{OwnTerm} SELECT now, pg_advisory_xact_lock($2) FROM own";

    // Lists of few rows, each as one text in any order: a statement for each, or sorting here, would cost each batch more than reading them
    // costs the few that find another text.
    private const string Columns = """
        ARRAY(SELECT term FROM hosts) AS terms, pg_current_xact_id()::text AS transaction, clock_timestamp() AS now,
        (SELECT json_agg(json_build_array(
                scope, is_paused, reason, by, (extract(epoch FROM changed_at) * 1000000)::bigint, revision,
                (extract(epoch FROM discarded_until) * 1000000)::bigint))::text
            FROM switches) AS switches,
        (SELECT json_agg(json_build_array(key, (extract(epoch FROM start) * 1000000)::bigint, count))::text FROM tallies) AS tallies
        """;

    public const string See = $"SELECT {Columns}";

    // OFFSET 0 keeps each lookup by its whole key. A plain join is planned for tables of average journeys, and reads all keys of a journey
    // to find one: of one with 20,000, that is 20,000 rows for each commit.
    /// <summary>The same, and which of some events were raised before: a row for each, or one without an event.</summary>
    public static readonly string SeeWithKeys = $"""
        SELECT w.terms, w.transaction, w.now, w.switches, w.tallies, e.lifecycle, e.key, e.event_id, e.fingerprint, e.journey, e.sequence,
            e.recorded_at
        FROM (SELECT {Columns}) AS w LEFT JOIN (
            SELECT k.lifecycle, k.key, k.event_id, e.fingerprint, e.journey, e.sequence, e.recorded_at
            FROM ({ArrayRows.Of("lifecycle, key, event_id")}) AS k
            JOIN LATERAL (SELECT j.id FROM journeys j WHERE j.lifecycle = k.lifecycle AND j.key = k.key OFFSET 0) AS j ON true
            JOIN LATERAL (SELECT * FROM event_keys e WHERE e.journey = j.id AND e.event_id = k.event_id OFFSET 0) AS e ON true
        ) AS e ON true
        """;

    public static NpgsqlBatchCommand Entered(long term, bool isExclusive, string schema) =>
        new NpgsqlBatchCommand(isExclusive ? EnterAlone : Enter).With(term).With(StableHash.LockOf(schema, "whole"));

    public static NpgsqlBatchCommand Seen(IReadOnlyCollection<EventKey> events) =>
        events.Count == 0
            ? new NpgsqlBatchCommand(See)
            : new NpgsqlBatchCommand(SeeWithKeys)
                .Texts(events, key => key.Journey.Lifecycle)
                .Texts(events, key => key.Journey.Key)
                .Texts(events, key => key.EventId);

    public static SwitchRow Switch(JsonElement row) =>
        new()
        {
            Scope = row[0].GetString()!,
            IsPaused = row[1].GetBoolean(),
            Reason = row[2].GetString()!,
            By = row[3].GetString()!,
            ChangedAt = Instant.Of(row[4].GetInt64()),
            Revision = row[5].GetInt64(),
            DiscardedUntil = row[6].ValueKind == JsonValueKind.Null ? null : Instant.Of(row[6].GetInt64()),
        };

    public static TallyRow Tally(JsonElement row) => new(row[0].GetString()!, Instant.Of(row[1].GetInt64()), row[2].GetInt64());
}
