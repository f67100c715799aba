using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>
/// The SQL of response clocks. A page goes on by the key of the table, so that it costs the same however many clocks there are.
/// </summary>
internal sealed class ClockTable(Session session)
{
    private const string Table = "touchpoints_clocks";

    /// <summary>What the checksum is of, in this order.</summary>
    private const string Columns = """
        c.journey, c.clock, c.cycle, c.metric, c.status, c.reason, c.policy, c.place, c.calendar, c.target, c.started_at, c.since, c.used,
        c.due_at, c.breached_at, c.ended_at, c.changed_at, c.channel, c.priority, c.topic, c.representative
        """;

    private readonly Statement insert = session.Prepare(
        """
        INSERT INTO touchpoints_clocks (
            journey, clock, cycle, metric, status, reason, policy, place, calendar, target, started_at, since, used,
            due_at, breached_at, ended_at, changed_at, channel, priority, topic, representative, checksum)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    );

    private readonly Statement update = session.Prepare(
        """
        UPDATE touchpoints_clocks
        SET metric = ?4, status = ?5, reason = ?6, policy = ?7, place = ?8, calendar = ?9, target = ?10, started_at = ?11, since = ?12,
            used = ?13,
            due_at = ?14, breached_at = ?15, ended_at = ?16, changed_at = ?17, channel = ?18, priority = ?19, topic = ?20,
            representative = ?21, checksum = ?22
        WHERE journey = ?1 AND clock = ?2 AND cycle = ?3
        """
    );

    private readonly Statement readJourney = session.Prepare(
        $"SELECT {Columns}, c.checksum FROM touchpoints_clocks c WHERE c.journey = ? ORDER BY c.clock, c.cycle"
    );

    private readonly Statement number = session.Prepare("SELECT id FROM touchpoints_journeys WHERE lifecycle = ? AND key = ?");

    // The journeys come second whatever the planner thinks, or it would sort. A damaged clock comes whatever is asked, so that it is
    // refused.
    private readonly Statement read = session.Prepare(
        $"""
        SELECT {Columns}, c.checksum FROM touchpoints_clocks c CROSS JOIN touchpoints_journeys j ON j.id = c.journey
        WHERE (c.journey, c.clock, c.cycle) > (?1, ?2, ?3) AND c.journey <= ?4
            AND (((?5 IS NULL OR j.lifecycle = ?5) AND (?6 IS NULL OR c.clock = ?6) AND (?7 IS NULL OR c.status = ?7)
            AND (?8 IS NULL OR c.started_at >= ?8) AND (?9 IS NULL OR c.started_at < ?9)) OR c.checksum <> {Checksum.Of(Columns)})
        ORDER BY c.journey, c.clock, c.cycle LIMIT ?10
        """
    );

    /// <summary>Writes a clock, and says whether it is a new one.</summary>
    public bool Write(ClockRow row, StoredJourney journey)
    {
        if (Bind(update, row, journey).RunCounted() == 1)
        {
            return false;
        }

        Bind(insert, row, journey).Run();
        return true;
    }

    /// <summary>Reads a journey's clocks, and refuses a journey that lacks one.</summary>
    public List<ClockRow> Read(KnownJourney journey)
    {
        List<ClockRow> clocks = [];
        using Rows rows = readJourney.Bind(journey.Number).Query();
        while (rows.Next(Table, journey.Row.Id))
        {
            Damage.Require(rows.Int64() == journey.Number, Table, journey.Row.Id, "one belongs to another journey");
            clocks.Add(Read(journey.Row.Id, rows));
        }

        JourneyContents.Require(clocks.Count, journey.Contents.Clocks, Table, journey.Row.Id);
        return clocks;
    }

    public List<ClockRow> Read(JourneyTable journeys, ClockQuery query, ClockId? after, int limit)
    {
        List<ClockRow> clocks = [];
        (long first, string clock, int cycle) = after is { } last ? (NumberOf(last.Journey), last.Clock, last.Cycle) : (0, "", 0);
        long final = long.MaxValue;
        if (query.Journey is { } journey)
        {
            final = NumberOf(journey);
            first = after is null ? final : first;
        }

        read.Bind(first)
            .Bind(clock)
            .Bind(cycle)
            .Bind(final)
            .Bind(query.Lifecycle)
            .Bind(query.Clock)
            .Bind(query.Status is { } status ? Enum.GetName(status) : null)
            .Bind(query.From)
            .Bind(query.Until)
            .Bind(limit);
        using Rows rows = read.Query();
        KnownJourney? of = null;
        while (rows.Next(Table, "of a journey"))
        {
            long owner = rows.Int64();
            of = of?.Number == owner ? of : journeys.Find(owner);
            clocks.Add(Read(of.Row.Id, rows));
        }

        return clocks;
    }

    /// <summary>A journey's number; 0, which none has, where it is not known.</summary>
    private long NumberOf(JourneyId journey)
    {
        using Rows rows = number.Bind(journey.Lifecycle).Bind(journey.Key).Query();
        return rows.Next() ? rows.Int64() : 0;
    }

    private static Statement Bind(Statement statement, ClockRow row, StoredJourney journey) =>
        statement
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
            .BindChecksum();

    private static long Microseconds(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;

    private static TimeSpan Span(Rows rows) => new(rows.Int64() * TimeSpan.TicksPerMicrosecond);

    private static ClockRow Read(JourneyId journey, Rows rows) =>
        new()
        {
            Id = new ClockId(journey, rows.Text(), rows.Int32()),
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
