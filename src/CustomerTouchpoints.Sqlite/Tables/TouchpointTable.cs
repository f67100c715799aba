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

    private readonly Statement read = session.Prepare(
        $"SELECT {Columns}, t.checksum FROM touchpoints_touchpoints t WHERE t.journey = ? ORDER BY t.position"
    );

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

    private static Statement Bind(Statement statement, TouchpointRow row, StoredJourney journey) =>
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
            .Bind(row.MayBeRepeated)
            .Bind(journey.Number)
            .Bind(row.Id.Rule)
            .Bind(row.Id.Occurrence)
            .Bind(row.Id.Role)
            .Bind(row.Id.Channel.Name)
            .BindChecksum();

    private static TouchpointRow Read(KnownJourney journey, Rows rows)
    {
        long plannedBy = rows.Int64();
        long order = rows.Int64();
        string? customer = rows.TextOrNull();
        string template = rows.Text();
        string category = rows.Text();
        string channel = rows.Text();
        string status = rows.Text();
        string reason = rows.Text();
        DateTimeOffset plannedAt = rows.Instant();
        DateTimeOffset dueAt = rows.Instant();
        DateTimeOffset changedAt = rows.Instant();
        int attempts = rows.Int32();
        bool mayBeRepeated = rows.Boolean();
        Damage.Require(rows.Int64() == journey.Number, Table, journey.Row.Id, "one belongs to another journey");
        return new TouchpointRow
        {
            Id = new TouchpointId(journey.Row.Id, rows.Text(), rows.Text(), rows.Text(), rows.Text()),
            PlannedBy = plannedBy,
            Order = order,
            Customer = customer is null ? default(CustomerId?) : new CustomerId(customer),
            Template = template,
            Category = Enum.Parse<Category>(category),
            Channel = new Channel(channel),
            Status = Enum.Parse<TouchpointStatus>(status),
            Reason = reason,
            PlannedAt = plannedAt,
            DueAt = dueAt,
            ChangedAt = changedAt,
            Attempts = attempts,
            MayBeRepeated = mayBeRepeated,
        };
    }
}
