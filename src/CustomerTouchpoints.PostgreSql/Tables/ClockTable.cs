using System.Data.Common;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tables;

/// <summary>
/// The SQL of response clocks. A page goes on by the key of the table, so that it costs the same however many clocks there are.
/// </summary>
internal static class ClockTable
{
    private const string Columns = """
        j.lifecycle, j.key, c.clock, c.cycle, c.metric, c.status, c.reason, c.policy, c.place, c.calendar, c.target, c.started_at,
        c.since, c.used,
        c.due_at, c.breached_at, c.ended_at, c.changed_at, c.channel, c.priority, c.topic, c.representative
        """;

    private const string Names = """
        journey, clock, cycle, metric, status, reason, policy, place, calendar, target, started_at, since, used,
        due_at, breached_at, ended_at, changed_at, channel, priority, topic, representative
        """;

    private static readonly string Write = $"""
        INSERT INTO clocks ({Names}) {ArrayRows.Of(Names)}
        ON CONFLICT (journey, clock, cycle) DO UPDATE SET metric = excluded.metric, status = excluded.status, reason = excluded.reason,
            policy = excluded.policy, place = excluded.place, calendar = excluded.calendar, target = excluded.target,
            started_at = excluded.started_at, since = excluded.since, used = excluded.used, due_at = excluded.due_at,
            breached_at = excluded.breached_at, ended_at = excluded.ended_at, changed_at = excluded.changed_at, channel = excluded.channel,
            priority = excluded.priority, topic = excluded.topic, representative = excluded.representative
        """;

    private const string Find =
        $"SELECT {Columns} FROM clocks c JOIN journeys j ON j.id = c.journey WHERE j.lifecycle = $1 AND j.key = $2 AND c.clock = $3 AND "
        + "c.cycle = $4";

    public const string Read = $"""
        SELECT {Columns} FROM clocks c JOIN journeys j ON j.id = c.journey
        WHERE (c.journey, c.clock, c.cycle) >
            (coalesce((SELECT id FROM journeys WHERE lifecycle = $1 AND key = $2), 0), $3::text COLLATE "C", $4)
            AND ($5::text IS NULL OR c.journey = (SELECT id FROM journeys WHERE lifecycle = $5 AND key = $6))
            AND ($7::text IS NULL OR j.lifecycle = $7) AND ($8::text IS NULL OR c.clock = $8) AND ($9::text IS NULL OR c.status = $9)
            AND ($10::timestamptz IS NULL OR c.started_at >= $10) AND ($11::timestamptz IS NULL OR c.started_at < $11)
        ORDER BY c.journey, c.clock, c.cycle LIMIT $12
        """;

    public static NpgsqlBatchCommand Written(IReadOnlyList<ClockRow> rows, Func<JourneyId, long> number) =>
        new NpgsqlBatchCommand(Write)
            .Longs(rows, row => number(row.Id.Journey))
            .Texts(rows, row => row.Id.Clock)
            .Ints(rows, row => row.Id.Cycle)
            .Texts(rows, row => Enum.GetName(row.Metric))
            .Texts(rows, row => Enum.GetName(row.Status))
            .Texts(rows, row => row.Reason)
            .Ints(rows, row => row.Policy)
            .Ints(rows, row => row.Place)
            .Texts(rows, row => row.Calendar)
            .Longs(rows, row => Microseconds(row.Target))
            .Times(rows, row => row.StartedAt)
            .Times(rows, row => row.Since)
            .Longs(rows, row => Microseconds(row.Used))
            .Times(rows, row => row.DueAt)
            .Times(rows, row => row.BreachedAt)
            .Times(rows, row => row.EndedAt)
            .Times(rows, row => row.ChangedAt)
            .Texts(rows, row => row.Channel)
            .Texts(rows, row => row.Priority)
            .Texts(rows, row => row.Topic)
            .Texts(rows, row => row.Representative);

    public static NpgsqlBatchCommand Found(ClockId id) =>
        new NpgsqlBatchCommand(Find).With(id.Journey.Lifecycle).With(id.Journey.Key).With(id.Clock).With(id.Cycle);

    public static NpgsqlBatchCommand Page(ClockQuery query, ClockId? after, int limit) =>
        new NpgsqlBatchCommand(Read)
            .WithText(after?.Journey.Lifecycle)
            .WithText(after?.Journey.Key)
            .With(after?.Clock ?? "")
            .With(after?.Cycle ?? 0)
            .WithText(query.Journey?.Lifecycle)
            .WithText(query.Journey?.Key)
            .WithText(query.Lifecycle)
            .WithText(query.Clock)
            .WithText(query.Status is { } status ? Enum.GetName(status) : null)
            .With(query.From)
            .With(query.Until)
            .With(limit);

    public static ClockRow Row(DbDataReader reader) =>
        new()
        {
            Id = new ClockId(new JourneyId(reader.GetString(0), reader.GetString(1)), reader.GetString(2), reader.GetInt32(3)),
            Metric = Enum.Parse<ResponseMetric>(reader.GetString(4)),
            Status = Enum.Parse<ClockStatus>(reader.GetString(5)),
            Reason = reader.GetString(6),
            Policy = reader.GetInt32(7),
            Place = reader.GetInt32(8),
            Calendar = reader.GetString(9),
            Target = Span(reader.GetInt64(10)),
            StartedAt = reader.Time(11),
            Since = reader.Time(12),
            Used = Span(reader.GetInt64(13)),
            DueAt = reader.TimeOrNull(14),
            BreachedAt = reader.TimeOrNull(15),
            EndedAt = reader.TimeOrNull(16),
            ChangedAt = reader.Time(17),
            Channel = reader.TextOrNull(18),
            Priority = reader.TextOrNull(19),
            Topic = reader.TextOrNull(20),
            Representative = reader.TextOrNull(21),
        };

    private static long Microseconds(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;

    private static TimeSpan Span(long microseconds) => new(microseconds * TimeSpan.TicksPerMicrosecond);
}
