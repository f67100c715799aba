using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Events;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of touchpoints.</summary>
internal sealed class TouchpointTable(Session session)
{
    private const string Columns =
        """
        t.rule, t.occurrence, t.role, t.route, t.planned_by, t.position, t.customer, t.template, t.category, t.channel, t.status, t.reason,
        t.planned_at, t.due_at, t.changed_at, t.attempts, t.may_be_repeated
        """;

    private readonly Statement insert = session.Prepare(
        """
        INSERT INTO touchpoints_touchpoints (
            planned_by, position, customer, template, category, channel, status, reason, planned_at, due_at, changed_at, attempts, may_be_repeated,
            journey, rule, occurrence, role, route)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """);

    private readonly Statement update = session.Prepare(
        """
        UPDATE touchpoints_touchpoints
        SET planned_by = ?, position = ?, customer = ?, template = ?, category = ?, channel = ?, status = ?, reason = ?,
            planned_at = ?, due_at = ?, changed_at = ?, attempts = ?, may_be_repeated = ?
        WHERE journey = ? AND rule = ? AND occurrence = ? AND role = ? AND route = ?
        """);

    private readonly Statement read = session.Prepare(
        $"SELECT {Columns} FROM touchpoints_journeys j JOIN touchpoints_touchpoints t ON t.journey = j.id WHERE j.lifecycle = ? AND j.key = ? ORDER BY t.position");

    private readonly Statement find = session.Prepare(
        $"""
        SELECT {Columns} FROM touchpoints_journeys j JOIN touchpoints_touchpoints t ON t.journey = j.id
        WHERE j.lifecycle = ? AND j.key = ? AND t.rule = ? AND t.occurrence = ? AND t.role = ? AND t.route = ?
        """);

    public void Insert(TouchpointRow row, StoredJourney journey) => Bind(insert, row, journey).Run();

    public void Update(TouchpointRow row, StoredJourney journey)
    {
        if (Bind(update, row, journey).RunCounted() == 0)
        {
            throw new InvalidOperationException($"Touchpoint {row.Id} was never planned. Nothing of the batch was stored.");
        }
    }

    public List<TouchpointRow> Read(JourneyId journey)
    {
        using Rows rows = read.Bind(journey.Lifecycle).Bind(journey.Key).Query();
        List<TouchpointRow> touchpoints = [];
        while (rows.Next())
        {
            touchpoints.Add(Read(journey, rows));
        }

        return touchpoints;
    }

    public TouchpointRow? Find(TouchpointId id)
    {
        find.Bind(id.Journey.Lifecycle).Bind(id.Journey.Key).Bind(id.Rule).Bind(id.Occurrence).Bind(id.Role).Bind(id.Channel.Name);
        using Rows rows = find.Query();
        return rows.Next() ? Read(id.Journey, rows) : null;
    }

    private static Statement Bind(Statement statement, TouchpointRow row, StoredJourney journey) => statement
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
        .Bind(row.MayBeRepeated)
        .Bind(journey.Number)
        .Bind(row.Id.Rule)
        .Bind(row.Id.Occurrence)
        .Bind(row.Id.Role)
        .Bind(row.Id.Channel.Name);

    private static TouchpointRow Read(JourneyId journey, Rows rows) => new()
    {
        Id = new TouchpointId(journey, rows.Text(), rows.Text(), rows.Text(), rows.Text()),
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
}
