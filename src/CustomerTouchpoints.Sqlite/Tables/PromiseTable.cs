using CustomerTouchpoints.Events;
using CustomerTouchpoints.Responses.Promises;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of promises. Statuses are numbers, in the order in which they are declared.</summary>
internal sealed class PromiseTable(Session session)
{
    private const string Asked =
        """
        (?3 IS NULL OR j.lifecycle = ?3) AND (?4 IS NULL OR p.status = ?4) AND (?5 IS NULL OR p.made_at >= ?5) AND (?6 IS NULL OR p.made_at < ?6)
        """;

    private readonly Statement write = session.Prepare(
        """
        INSERT OR REPLACE INTO touchpoints_promises (
            journey, number, name, status, by, made_at, ended_at, changed_at, told_by, channel, representative)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """);

    private readonly Statement number = session.Prepare("SELECT id FROM touchpoints_journeys WHERE lifecycle = ? AND key = ?");

    // The journeys come second whatever the planner thinks, or it would sort.
    private readonly Statement read = session.Prepare(
        $"""
        SELECT j.lifecycle, j.key, p.number, p.name, p.status, p.by, p.made_at, p.ended_at, p.changed_at, p.told_by, p.channel, p.representative
        FROM touchpoints_promises p CROSS JOIN touchpoints_journeys j ON j.id = p.journey
        WHERE (p.journey, p.number) > (?1, ?2) AND {Asked} AND p.journey <= ?7
        ORDER BY p.journey, p.number LIMIT ?8
        """);

    private readonly Statement count = session.Prepare(
        $"""
        SELECT j.lifecycle, p.name, p.channel, p.representative, p.status, count(*)
        FROM touchpoints_promises p CROSS JOIN touchpoints_journeys j ON j.id = p.journey
        WHERE p.journey BETWEEN ?1 AND ?2 AND {Asked}
        GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
        """);

    public void Write(PromiseRow row, StoredJourney journey) => write
        .Bind(journey.Number)
        .Bind(row.Id.Number)
        .Bind(row.Name)
        .Bind((long)row.Status)
        .Bind(row.By)
        .Bind(row.MadeAt)
        .Bind(row.EndedAt)
        .Bind(row.ChangedAt)
        .Bind(row.ToldBy)
        .Bind(row.Channel)
        .Bind(row.Representative)
        .Run();

    public List<PromiseRow> Read(PromiseQuery query, PromiseId? after, int limit)
    {
        (long first, long final) = Range(query);
        (long journey, int last) = after is { } id ? (NumberOf(id.Journey), id.Number) : (first, 0);
        Ask(read.Bind(journey).Bind(last), query).Bind(final).Bind(limit);
        using Rows rows = read.Query();
        List<PromiseRow> promises = [];
        while (rows.Next())
        {
            promises.Add(new PromiseRow
            {
                Id = new PromiseId(new JourneyId(rows.Text(), rows.Text()), rows.Int32()),
                Name = rows.Text(),
                Status = (PromiseStatus)rows.Int32(),
                By = rows.Instant(),
                MadeAt = rows.Instant(),
                EndedAt = rows.InstantOrNull(),
                ChangedAt = rows.Instant(),
                ToldBy = rows.TextOrNull(),
                Channel = rows.TextOrNull(),
                Representative = rows.TextOrNull(),
            });
        }

        return promises;
    }

    public List<PromiseCount> Count(PromiseQuery query)
    {
        (long first, long final) = Range(query);
        Ask(count.Bind(first).Bind(final), query);
        using Rows rows = count.Query();
        List<PromiseCount> counts = [];
        while (rows.Next())
        {
            counts.Add(new PromiseCount(rows.Text(), rows.Text(), rows.TextOrNull(), rows.TextOrNull(), (PromiseStatus)rows.Int32(), rows.Int64()));
        }

        return counts;
    }

    private static Statement Ask(Statement statement, PromiseQuery query) =>
        statement.Bind(query.Lifecycle).Bind((long?)query.Status).Bind(query.From).Bind(query.Until);

    private (long First, long Final) Range(PromiseQuery query) => query.Journey is { } journey ? (NumberOf(journey), NumberOf(journey)) : (0, long.MaxValue);

    /// <summary>A journey's number; 0, which none has, where it is not known.</summary>
    private long NumberOf(JourneyId journey)
    {
        using Rows rows = number.Bind(journey.Lifecycle).Bind(journey.Key).Query();
        return rows.Next() ? rows.Int64() : 0;
    }
}
