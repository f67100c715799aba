using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of touchpoints that belong to customers and to no journey.</summary>
internal sealed class CustomerTouchpointTable(Session session)
{
    public const string Table = "touchpoints_customer_touchpoints";

    /// <summary>What the checksum is of, in this order.</summary>
    private const string Columns = """
        t.planned_by, t.position, t.customer, t.template, t.category, t.channel, t.status, t.reason, t.planned_at, t.due_at, t.changed_at,
        t.attempts, t.may_be_repeated, t.rule, t.occurrence, t.route
        """;

    private const string Place = "t.customer, t.rule, t.occurrence, t.route";

    private readonly Statement insert = session.Prepare(
        """
        INSERT INTO touchpoints_customer_touchpoints (
            planned_by, position, customer, template, category, channel, status, reason, planned_at, due_at, changed_at, attempts,
            may_be_repeated, rule, occurrence, route, checksum)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    );

    private readonly Statement update = session.Prepare(
        """
        UPDATE touchpoints_customer_touchpoints
        SET planned_by = ?1, position = ?2, template = ?4, category = ?5, channel = ?6, status = ?7, reason = ?8, planned_at = ?9,
            due_at = ?10, changed_at = ?11, attempts = ?12, may_be_repeated = ?13, checksum = ?17
        WHERE customer = ?3 AND rule = ?14 AND occurrence = ?15 AND route = ?16
        """
    );

    private readonly Statement find = session.Prepare(
        $"SELECT {Columns}, t.checksum FROM {Table} t WHERE t.customer = ? AND t.rule = ? AND t.occurrence = ? AND t.route = ?"
    );

    private readonly Statement readAll = session.Prepare($"SELECT {Columns}, t.checksum FROM {Table} t ORDER BY {Place}");

    // Whatever is asked, a damaged touchpoint comes, so that it is refused.
    private readonly Statement page = session.Prepare(Page($"{Table} t", "1 = 1", $" OR t.checksum <> {Checksum.Of(Columns)}"));

    private readonly Statement pageOfUnfinished = session.Prepare(
        Page(
            $"{Table} t INDEXED BY {Table}_open",
            "(t.status = 'Planned' OR t.status = 'Held' OR t.status = 'Sending' OR t.status = 'Unknown' OR t.status = 'InReview')",
            ""
        )
    );

    private readonly Statement pageOfCustomer = session.Prepare(Page($"{Table} t", "t.customer = ?11", ""));

    private readonly Statement readDue = session.Prepare(
        $"""
        SELECT {Columns}, t.checksum FROM {Table} t INDEXED BY {Table}_due
        WHERE t.status = 'Planned' AND t.due_at <= ?1 AND (t.due_at, {Place}) > (?2, ?3, ?4, ?5, ?6)
        ORDER BY t.due_at, {Place} LIMIT ?7
        """
    );

    public void Insert(TouchpointRow row) => Bind(insert, row).Run();

    public void Update(TouchpointRow row)
    {
        if (Bind(update, row).RunCounted() == 0)
        {
            throw new InvalidOperationException($"Touchpoint {row.Id} was never planned. Nothing of the batch was stored.");
        }
    }

    public TouchpointRow? Find(TouchpointId id)
    {
        using Rows rows = find.Bind(id.Customer?.Value).Bind(id.Rule).Bind(id.Occurrence).Bind(id.Channel.Name).Query();
        return rows.Next(Table, id) ? Read(rows) : null;
    }

    /// <summary>Reads a page of the touchpoints that a query asks for; none for one that names a journey or a lifecycle.</summary>
    public List<TouchpointRow> Read(TouchpointQuery query, int limit)
    {
        if (query.Journey is not null || query.Lifecycle is not null)
        {
            return [];
        }

        Statement chosen =
            query.Customer is not null ? pageOfCustomer
            : query.IsOfUnfinished ? pageOfUnfinished
            : page;
        BindPlace(chosen, query.After is { Customer: not null } after ? after : null)
            .Bind(query.Rule)
            .Bind(query.Channel?.Name)
            .Bind(query.Statuses.Count == 0 ? null : $",{string.Join(',', query.Statuses)},")
            .Bind(query.From)
            .Bind(query.Until)
            .Bind(limit)
            .Bind(query.Customer?.Value);
        return ReadAll(chosen);
    }

    /// <summary>Reads a page of what is due.</summary>
    public List<DueTouchpoint> ReadDue(DateTimeOffset until, DueTouchpoint? after, int limit)
    {
        readDue.Bind(until).Bind(after is null ? long.MinValue : Instant.ToMicroseconds(after.DueAt));
        BindPlace(readDue, after?.Touchpoint).Bind(limit);
        return ReadAll(readDue).ConvertAll(row => new DueTouchpoint(row.Id, row.DueAt));
    }

    /// <summary>Refuses a row that is not what was written, and a table that lacks one.</summary>
    public void VerifyAll(StoreRow store)
    {
        long found = ReadAll(readAll).Count;
        Damage.Require(
            found == store.CustomerTouchpoints,
            Table,
            "count",
            $"{store.CustomerTouchpoints} were written, and {found} are found"
        );
    }

    private static string Page(string from, string which, string orDamaged) =>
        $"""
            SELECT {Columns}, t.checksum FROM {from}
            WHERE ({Place}) > (?1, ?2, ?3, ?4) AND {which}
                AND (((?5 IS NULL OR t.rule = ?5) AND (?6 IS NULL OR t.channel = ?6)
                AND (?7 IS NULL OR instr(?7, ',' || t.status || ',') > 0) AND (?8 IS NULL OR t.planned_at >= ?8)
                AND (?9 IS NULL OR t.planned_at < ?9) AND (?11 IS NULL OR t.customer = ?11)){orDamaged})
            ORDER BY {Place} LIMIT ?10
            """;

    /// <summary>The parts of an id, or those before all.</summary>
    private static Statement BindPlace(Statement statement, TouchpointId? after) =>
        statement.Bind(after?.Customer?.Value ?? "").Bind(after?.Rule ?? "").Bind(after?.Occurrence ?? "").Bind(after?.Channel.Name ?? "");

    // It stays under the id of its customer, whoever they turned out to be.
    private static Statement Bind(Statement statement, TouchpointRow row) =>
        TouchpointTable
            .BindContents(statement, row with { Customer = row.Id.Customer })
            .Bind(row.Id.Rule)
            .Bind(row.Id.Occurrence)
            .Bind(row.Id.Channel.Name)
            .BindChecksum();

    private static List<TouchpointRow> ReadAll(Statement bound)
    {
        using Rows rows = bound.Query();
        List<TouchpointRow> touchpoints = [];
        while (rows.Next(Table, "of some customer"))
        {
            touchpoints.Add(Read(rows));
        }

        return touchpoints;
    }

    private static TouchpointRow Read(Rows rows)
    {
        TouchpointRow row = TouchpointTable.ReadContents(rows);
        string? customer = row.Customer?.Value;
        return row with { Id = TouchpointId.Of(new CustomerId(customer!), rows.Text(), rows.Text(), new Channel(rows.Text())) };
    }
}
