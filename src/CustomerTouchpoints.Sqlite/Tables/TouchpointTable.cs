using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of touchpoints.</summary>
internal sealed class TouchpointTable(Session session)
{
    /// <summary>What the checksum is of, in this order.</summary>
    public const string Columns = """
        t.planned_by, t.position, t.customer, t.template, t.category, t.channel, t.status, t.reason, t.planned_at, t.due_at, t.changed_at,
        t.attempts,
        t.may_be_repeated, t.journey, t.rule, t.occurrence, t.role, t.route
        """;

    private const string Table = "touchpoints_touchpoints";

    private readonly Statement insert = session.Prepare(
        """
        INSERT INTO touchpoints_touchpoints (
            planned_by, position, customer, template, category, channel, status, reason, planned_at, due_at, changed_at, attempts,
            may_be_repeated,
            journey, rule, occurrence, role, route, checksum)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    );

    private readonly Statement update = session.Prepare(
        """
        UPDATE touchpoints_touchpoints
        SET planned_by = ?1, position = ?2, customer = ?3, template = ?4, category = ?5, channel = ?6, status = ?7, reason = ?8,
            planned_at = ?9, due_at = ?10, changed_at = ?11, attempts = ?12, may_be_repeated = ?13, checksum = ?19
        WHERE journey = ?14 AND rule = ?15 AND occurrence = ?16 AND role = ?17 AND route = ?18
        """
    );

    private readonly Statement move = session.Prepare(
        $"""
        UPDATE touchpoints_touchpoints AS t SET customer = ?1, checksum = iif(
            checksum = {Checksum.Of(Columns)},
            {Checksum.Of(Columns.Replace("t.customer", "?1", StringComparison.Ordinal))},
            checksum)
        WHERE journey = ?2 AND role = ?3 AND customer = ?4
        """
    );

    private readonly Statement read = session.Prepare(
        $"SELECT {Columns}, t.checksum FROM touchpoints_touchpoints t WHERE t.journey = ? ORDER BY t.position"
    );

    private readonly Statement find = session.Prepare(
        $"""
        SELECT {Columns}, t.checksum FROM touchpoints_touchpoints t
        WHERE t.journey = ? AND t.rule = ? AND t.occurrence = ? AND t.role = ? AND t.route = ?
        """
    );

    private readonly Statement number = session.Prepare("SELECT id FROM touchpoints_journeys WHERE lifecycle = ? AND key = ?");

    // Whatever is asked, a damaged touchpoint comes, so that it is refused.
    private readonly Statement page = session.Prepare(
        Page("touchpoints_touchpoints t", "1 = 1", $" OR t.checksum <> {Checksum.Of(Columns)}")
    );

    private readonly Statement pageOfUnfinished = session.Prepare($"{Waiting()} UNION ALL {Sending()} {Ordered}");

    private readonly Statement pageOfWaiting = session.Prepare($"{Waiting()} {Ordered}");

    private readonly Statement pageOfCustomer = session.Prepare(
        Page(
            "(SELECT DISTINCT journey AS id FROM touchpoints_parties WHERE customer = ?14 ORDER BY journey) p "
                + "CROSS JOIN touchpoints_touchpoints t ON t.journey = p.id",
            "1 = 1",
            ""
        )
    );

    /// <summary>Gives a role's touchpoints to another customer.</summary>
    public void Move(MovedPartyRow row, StoredJourney journey) =>
        move.Bind(row.Into.Value).Bind(journey.Number).Bind(row.Role).Bind(row.From.Value).Run();

    public void Insert(TouchpointRow row, StoredJourney journey) => Bind(insert, row, journey).Run();

    public void Update(TouchpointRow row, StoredJourney journey)
    {
        if (Bind(update, row, journey).RunCounted() == 0)
        {
            throw new InvalidOperationException($"Touchpoint {row.Id} was never planned. Nothing of the batch was stored.");
        }
    }

    /// <summary>Reads a journey's touchpoints, and refuses a journey that lacks one.</summary>
    public List<TouchpointRow> Read(KnownJourney journey)
    {
        using Rows rows = read.Bind(journey.Number).Query();
        List<TouchpointRow> touchpoints = [];
        while (rows.Next(Table, journey.Row.Id))
        {
            touchpoints.Add(Read(journey, rows));
        }

        JourneyContents.Require(touchpoints.Count, journey.Contents.Touchpoints, Table, journey.Row.Id);
        return touchpoints;
    }

    /// <summary>Reads touchpoints by their ids, and no others of their journeys.</summary>
    public List<TouchpointRow> Find(JourneyTable journeys, IReadOnlyCollection<TouchpointId> ids)
    {
        List<TouchpointRow> touchpoints = [];
        foreach (TouchpointId id in ids)
        {
            if (id.Customer is not null || journeys.Find(id.Journey) is not { } journey)
            {
                continue;
            }

            using Rows rows = find.Bind(journey.Number).Bind(id.Rule).Bind(id.Occurrence).Bind(id.Role).Bind(id.Channel.Name).Query();
            while (rows.Next(Table, id))
            {
                touchpoints.Add(Read(journey, rows));
            }
        }

        return touchpoints;
    }

    /// <summary>Reads a page of the touchpoints that a query asks for.</summary>
    public List<TouchpointRow> Read(JourneyTable journeys, TouchpointQuery query, int limit)
    {
        long final = query.Journey is { } only ? NumberOf(only) : long.MaxValue;
        long first =
            query.After is { } after ? NumberOf(after.Journey)
            : query.Journey is null ? 0
            : final;
        Statement chosen =
            query.Customer is not null ? pageOfCustomer
            : query.IsOfUnfinished
                ? query.Statuses.Contains(TouchpointStatus.Sending) ? pageOfUnfinished
                    : pageOfWaiting
            : page;
        chosen
            .Bind(first)
            .Bind(query.After?.Rule ?? "")
            .Bind(query.After?.Occurrence ?? "")
            .Bind(query.After?.Role ?? "")
            .Bind(query.After?.Channel.Name ?? "")
            .Bind(final)
            .Bind(query.Lifecycle)
            .Bind(query.Rule)
            .Bind(query.Channel?.Name)
            .Bind(query.Statuses.Count == 0 ? null : $",{string.Join(',', query.Statuses)},")
            .Bind(query.From)
            .Bind(query.Until)
            .Bind(limit)
            .Bind(query.Customer?.Value);
        using Rows rows = chosen.Query();
        List<TouchpointRow> touchpoints = [];
        KnownJourney? of = null;
        while (rows.Next(Table, "of a journey"))
        {
            touchpoints.Add(Read(number => of = of?.Number == number ? of : journeys.Find(number), rows));
        }

        return touchpoints;
    }

    /// <summary>Binds what touchpoints of journeys and of customers have alike: all that is no part of their ids.</summary>
    public static Statement BindContents(Statement statement, TouchpointRow row) =>
        statement
            .Bind(row.PlannedBy)
            .Bind(row.Order)
            .Bind(row.Customer?.Value)
            .Bind(row.Template)
            .Bind(Enum.GetName(row.Category))
            .Bind(row.Channel.Name)
            .Bind(Enum.GetName(row.Status))
            .Bind(row.Reason)
            .Bind(row.PlannedAt)
            .Bind(row.DueAt)
            .Bind(row.ChangedAt)
            .Bind(row.Attempts)
            .Bind(row.MayBeRepeated);

    /// <summary>Reads what <see cref="BindContents"/> bound. The id, of which the rest is, is still to come.</summary>
    public static TouchpointRow ReadContents(Rows rows) =>
        new()
        {
            Id = default,
            PlannedBy = rows.Int64(),
            Order = rows.Int64(),
            Customer = rows.TextOrNull() is { } customer ? new CustomerId(customer) : default(CustomerId?),
            Template = rows.Text(),
            Category = Enum.Parse<Category>(rows.Text()),
            Channel = new Channel(rows.Text()),
            Status = Enum.Parse<TouchpointStatus>(rows.Text()),
            Reason = rows.Text(),
            PlannedAt = rows.Instant(),
            DueAt = rows.Instant(),
            ChangedAt = rows.Instant(),
            Attempts = rows.Int32(),
            MayBeRepeated = rows.Boolean(),
        };

    /// <summary>A journey's number; 0, which none has, where it is not known.</summary>
    private long NumberOf(JourneyId journey)
    {
        using Rows rows = number.Bind(journey.Lifecycle).Bind(journey.Key).Query();
        return rows.Next() ? rows.Int64() : 0;
    }

    private const string Ordered = "ORDER BY t.journey, t.rule, t.occurrence, t.role, t.route LIMIT ?13";

    private static string Page(string from, string which, string orDamaged) => $"{Found(from, which, orDamaged)} {Ordered}";

    private static string Waiting() =>
        Found(
            "touchpoints_touchpoints t INDEXED BY touchpoints_touchpoints_open",
            "(t.status = 'Planned' OR t.status = 'Held' OR t.status = 'Unknown' OR t.status = 'InReview')",
            ""
        );

    private static string Sending() =>
        Found(
            "(SELECT id FROM touchpoints_journeys INDEXED BY touchpoints_journeys_hot WHERE sending_term IS NOT NULL ORDER BY id) p "
                + "CROSS JOIN touchpoints_touchpoints t ON t.journey = p.id",
            "t.status = 'Sending'",
            ""
        );

    // The journeys come second whatever the planner thinks, or it would sort.
    private static string Found(string from, string which, string orDamaged) =>
        $"""
            SELECT {Columns}, t.checksum FROM {from} CROSS JOIN touchpoints_journeys j ON j.id = t.journey
            WHERE (t.journey, t.rule, t.occurrence, t.role, t.route) > (?1, ?2, ?3, ?4, ?5) AND t.journey <= ?6 AND {which}
                AND (((?7 IS NULL OR j.lifecycle = ?7) AND (?8 IS NULL OR t.rule = ?8) AND (?9 IS NULL OR t.channel = ?9)
                AND (?10 IS NULL OR instr(?10, ',' || t.status || ',') > 0) AND (?11 IS NULL OR t.planned_at >= ?11)
                AND (?12 IS NULL OR t.planned_at < ?12) AND (?14 IS NULL OR t.customer = ?14)){orDamaged})
            """;

    private static Statement Bind(Statement statement, TouchpointRow row, StoredJourney journey) =>
        BindContents(statement, row)
            .Bind(journey.Number)
            .Bind(row.Id.Rule)
            .Bind(row.Id.Occurrence)
            .Bind(row.Id.Role)
            .Bind(row.Id.Channel.Name)
            .BindChecksum();

    private static TouchpointRow Read(KnownJourney journey, Rows rows) =>
        Read(
            number =>
            {
                Damage.Require(number == journey.Number, Table, journey.Row.Id, "one belongs to another journey");
                return journey;
            },
            rows
        );

    private static TouchpointRow Read(Func<long, KnownJourney> owner, Rows rows)
    {
        TouchpointRow row = ReadContents(rows);
        JourneyId journey = owner(rows.Int64()).Row.Id;
        return row with { Id = new TouchpointId(journey, rows.Text(), rows.Text(), rows.Text(), rows.Text()) };
    }
}
