using CustomerTouchpoints.Events;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Targets;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of response clocks. A page goes on by the key of the table, so that it costs the same however many clocks there are.</summary>
internal sealed class ClockTable(Session session)
{
    private const string Columns =
        """
        j.lifecycle, j.key, c.clock, c.cycle, c.metric, c.status, c.reason, c.policy, c.place, c.calendar, c.target, c.started_at, c.since, c.used,
        c.due_at, c.breached_at, c.ended_at, c.changed_at, c.channel, c.priority, c.topic, c.representative
        """;

    private const string Joined = "touchpoints_clocks c JOIN touchpoints_journeys j ON j.id = c.journey";

    private readonly Statement write = session.Prepare(
        """
        INSERT OR REPLACE INTO touchpoints_clocks (
            journey, clock, cycle, metric, status, reason, policy, place, calendar, target, started_at, since, used,
            due_at, breached_at, ended_at, changed_at, channel, priority, topic, representative)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """);

    private readonly Statement find = session.Prepare(
        $"SELECT {Columns} FROM {Joined} WHERE j.lifecycle = ? AND j.key = ? AND c.clock = ? AND c.cycle = ?");

    private readonly Statement number = session.Prepare("SELECT id FROM touchpoints_journeys WHERE lifecycle = ? AND key = ?");

    // The journeys come second whatever the planner thinks, or it would sort.
    private readonly Statement read = session.Prepare(
        $"""
        SELECT {Columns} FROM touchpoints_clocks c CROSS JOIN touchpoints_journeys j ON j.id = c.journey
        WHERE (c.journey, c.clock, c.cycle) > (?1, ?2, ?3) AND c.journey <= ?4
            AND (?5 IS NULL OR j.lifecycle = ?5) AND (?6 IS NULL OR c.clock = ?6) AND (?7 IS NULL OR c.status = ?7)
            AND (?8 IS NULL OR c.started_at >= ?8) AND (?9 IS NULL OR c.started_at < ?9)
        ORDER BY c.journey, c.clock, c.cycle LIMIT ?10
        """);

    public void Write(ClockRow row, StoredJourney journey) => write
        .Bind(journey.Number)
        .Bind(row.Id.Clock)
        .Bind(row.Id.Cycle)
        .Bind(Enum.GetName(row.Metric))
        .Bind(Enum.GetName(row.Status))
        .Bind(row.Reason)
        .Bind(row.Policy)
        .Bind(row.Place)
        .Bind(row.Calendar)
        .Bind(Microseconds(row.Target))
        .Bind(row.StartedAt)
        .Bind(row.Since)
        .Bind(Microseconds(row.Used))
        .Bind(row.DueAt)
        .Bind(row.BreachedAt)
        .Bind(row.EndedAt)
        .Bind(row.ChangedAt)
        .Bind(row.Channel)
        .Bind(row.Priority)
        .Bind(row.Topic)
        .Bind(row.Representative)
        .Run();

    public ClockRow? Find(ClockId id)
    {
        using Rows rows = find.Bind(id.Journey.Lifecycle).Bind(id.Journey.Key).Bind(id.Clock).Bind(id.Cycle).Query();
        return rows.Next() ? Read(rows) : null;
    }

    public List<ClockRow> Read(ClockQuery query, ClockId? after, int limit)
    {
        List<ClockRow> clocks = [];
        (long first, string clock, int cycle) = after is { } last ? (NumberOf(last.Journey), last.Clock, last.Cycle) : (0, "", 0);
        long final = long.MaxValue;
        if (query.Journey is { } journey)
        {
            final = NumberOf(journey);
            first = after is null ? final : first;
        }

        read.Bind(first).Bind(clock).Bind(cycle).Bind(final)
            .Bind(query.Lifecycle).Bind(query.Clock).Bind(query.Status is { } status ? Enum.GetName(status) : null)
            .Bind(query.From).Bind(query.Until).Bind(limit);
        using Rows rows = read.Query();
        while (rows.Next())
        {
            clocks.Add(Read(rows));
        }

        return clocks;
    }

    /// <summary>A journey's number; 0, which none has, where it is not known.</summary>
    private long NumberOf(JourneyId journey)
    {
        using Rows rows = number.Bind(journey.Lifecycle).Bind(journey.Key).Query();
        return rows.Next() ? rows.Int64() : 0;
    }

    private static long Microseconds(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;

    private static TimeSpan Span(Rows rows) => new(rows.Int64() * TimeSpan.TicksPerMicrosecond);

    private static ClockRow Read(Rows rows) => new()
    {
        Id = new ClockId(new JourneyId(rows.Text(), rows.Text()), rows.Text(), rows.Int32()),
        Metric = Enum.Parse<ResponseMetric>(rows.Text()),
        Status = Enum.Parse<ClockStatus>(rows.Text()),
        Reason = rows.Text(),
        Policy = rows.Int32(),
        Place = rows.Int32(),
        Calendar = rows.Text(),
        Target = Span(rows),
        StartedAt = rows.Instant(),
        Since = rows.Instant(),
        Used = Span(rows),
        DueAt = rows.InstantOrNull(),
        BreachedAt = rows.InstantOrNull(),
        EndedAt = rows.InstantOrNull(),
        ChangedAt = rows.Instant(),
        Channel = rows.TextOrNull(),
        Priority = rows.TextOrNull(),
        Topic = rows.TextOrNull(),
        Representative = rows.TextOrNull(),
    };
}
