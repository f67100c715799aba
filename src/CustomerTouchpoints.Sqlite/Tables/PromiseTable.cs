using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of promises. Statuses are numbers, in the order in which they are declared.</summary>
internal sealed class PromiseTable(Session session)
{
    private const string Table = "touchpoints_promises";

    /// <summary>What the checksum is of, in this order.</summary>
    private const string Columns =
        "p.journey, p.number, p.name, p.status, p.by, p.made_at, p.ended_at, p.changed_at, p.told_by, p.channel, p.representative";

    // A damaged promise comes whatever is asked, so that it is refused.
    private static readonly string Asked = $"""
        (((?3 IS NULL OR j.lifecycle = ?3) AND (?4 IS NULL OR p.status = ?4) AND (?5 IS NULL OR p.made_at >= ?5)
            AND (?6 IS NULL OR p.made_at < ?6))
            OR p.checksum <> {Checksum.Of(Columns)})
        """;

    private readonly Statement insert = session.Prepare(
        """
        INSERT INTO touchpoints_promises (
            journey, number, name, status, by, made_at, ended_at, changed_at, told_by, channel, representative, checksum)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    );

    private readonly Statement update = session.Prepare(
        """
        UPDATE touchpoints_promises
        SET name = ?3, status = ?4, by = ?5, made_at = ?6, ended_at = ?7, changed_at = ?8, told_by = ?9, channel = ?10,
            representative = ?11, checksum = ?12
        WHERE journey = ?1 AND number = ?2
        """
    );

    private readonly Statement number = session.Prepare("SELECT id FROM touchpoints_journeys WHERE lifecycle = ? AND key = ?");

    private readonly Statement readJourney = session.Prepare(
        $"SELECT {Columns}, p.checksum FROM touchpoints_promises p WHERE p.journey = ?"
    );

    // The journeys come second whatever the planner thinks, or it would sort.
    private readonly Statement read = session.Prepare(
        $"""
        SELECT {Columns}, p.checksum
        FROM touchpoints_promises p CROSS JOIN touchpoints_journeys j ON j.id = p.journey
        WHERE (p.journey, p.number) > (?1, ?2) AND {Asked} AND p.journey <= ?7
        ORDER BY p.journey, p.number LIMIT ?8
        """
    );

    private readonly Statement count = session.Prepare(
        $"""
        SELECT j.lifecycle, p.name, p.channel, p.representative, p.status, count(*), sum(p.checksum <> {Checksum.Of(Columns)})
        FROM touchpoints_promises p CROSS JOIN touchpoints_journeys j ON j.id = p.journey
        WHERE p.journey BETWEEN ?1 AND ?2 AND {Asked}
        GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
        """
    );

    /// <summary>Writes a promise, and says whether it is a new one.</summary>
    public bool Write(PromiseRow row, StoredJourney journey)
    {
        if (Bind(update, row, journey).RunCounted() == 1)
        {
            return false;
        }

        Bind(insert, row, journey).Run();
        return true;
    }

    public List<PromiseRow> Read(JourneyTable journeys, PromiseQuery query, PromiseId? after, int limit)
    {
        (long first, long final) = Range(query);
        (long journey, int last) = after is { } id ? (NumberOf(id.Journey), id.Number) : (first, 0);
        Ask(read.Bind(journey).Bind(last), query).Bind(final).Bind(limit);
        using Rows rows = read.Query();
        List<PromiseRow> promises = [];
        KnownJourney? of = null;
        while (rows.Next(Table, "of a journey"))
        {
            long owner = rows.Int64();
            of = of?.Number == owner ? of : journeys.Find(owner);
            promises.Add(
                new PromiseRow
                {
                    Id = new PromiseId(of.Row.Id, rows.Int32()),
                    Name = rows.Text(),
                    Status = (PromiseStatus)rows.Int32(),
                    By = rows.Instant(),
                    MadeAt = rows.Instant(),
                    EndedAt = rows.InstantOrNull(),
                    ChangedAt = rows.Instant(),
                    ToldBy = rows.TextOrNull(),
                    Channel = rows.TextOrNull(),
                    Representative = rows.TextOrNull(),
                }
            );
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
            (string lifecycle, string name) = (rows.Text(), rows.Text());
            (string? channel, string? representative) = (rows.TextOrNull(), rows.TextOrNull());
            (long status, long promises, long damaged) = (rows.Int64(), rows.Int64(), rows.Int64());
            Damage.Require(damaged == 0, Table, "of a journey", $"{damaged} do not match their checksums");
            counts.Add(new PromiseCount(lifecycle, name, Channel.Named(channel), representative, (PromiseStatus)status, promises));
        }

        return counts;
    }

    /// <summary>Refuses a journey whose promises are not all there, as they were written.</summary>
    public void Verify(KnownJourney journey)
    {
        using Rows rows = readJourney.Bind(journey.Number).Query();
        long found = 0;
        while (rows.Next(Table, journey.Row.Id))
        {
            found++;
        }

        JourneyContents.Require(found, journey.Contents.Promises, Table, journey.Row.Id);
    }

    private static Statement Bind(Statement statement, PromiseRow row, StoredJourney journey) =>
        statement
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
            .BindChecksum();

    private static Statement Ask(Statement statement, PromiseQuery query) =>
        statement.Bind(query.Lifecycle).Bind((long?)query.Status).Bind(query.From).Bind(query.Until);

    private (long First, long Final) Range(PromiseQuery query) =>
        query.Journey is { } journey ? (NumberOf(journey), NumberOf(journey)) : (0, long.MaxValue);

    /// <summary>A journey's number; 0, which none has, where it is not known.</summary>
    private long NumberOf(JourneyId journey)
    {
        using Rows rows = number.Bind(journey.Lifecycle).Bind(journey.Key).Query();
        return rows.Next() ? rows.Int64() : 0;
    }
}
