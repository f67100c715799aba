using System.Data.Common;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tables;

/// <summary>The SQL of touchpoints that belong to customers and to no journey.</summary>
internal static class CustomerTouchpointTable
{
    // In the order of the table of journeys' touchpoints, so that one reading of a row fits both. A customer plays no role here.
    private const string Columns = """
        t.rule, t.occurrence, t.customer, t.route, t.planned_by, t.position, t.customer, t.template, t.category, t.channel, t.status,
        t.reason, t.planned_at, t.due_at, t.changed_at, t.attempts, t.may_be_repeated
        """;

    private const string Names = """
        customer, rule, occurrence, route, planned_by, position, template, category, channel, status, reason, planned_at, due_at,
        changed_at, attempts, may_be_repeated
        """;

    private const string Place = "t.customer, t.rule, t.occurrence, t.route";

    public static readonly string Insert = $"INSERT INTO customer_touchpoints ({Names}) {ArrayRows.Of(Names)}";

    // A division by zero refuses the whole batch when one of them was never planned: the commit is in the same round trip.
    public static readonly string Update = $"""
        WITH changed AS (
            UPDATE customer_touchpoints t
            SET planned_by = u.planned_by, position = u.position, template = u.template, category = u.category, channel = u.channel,
                status = u.status, reason = u.reason, planned_at = u.planned_at, due_at = u.due_at, changed_at = u.changed_at,
                attempts = u.attempts, may_be_repeated = u.may_be_repeated
            FROM ({ArrayRows.Of(Names)}) AS u
            WHERE t.customer = u.customer AND t.rule = u.rule AND t.occurrence = u.occurrence AND t.route = u.route
            RETURNING 1)
        SELECT 1 / (CASE WHEN count(*) = cardinality($1) THEN 1 ELSE 0 END) FROM changed
        """;

    private const string Find = $"""
        SELECT {Columns} FROM customer_touchpoints t
        WHERE t.customer = $1 AND t.rule = $2 AND t.occurrence = $3 AND t.route = $4
        """;

    private const string Asked = $"""
        ({Place}) > ($1::text COLLATE "C", $2::text COLLATE "C", $3::text COLLATE "C", $4::text COLLATE "C")
        AND ($5::text IS NULL OR t.rule = $5) AND ($6::text IS NULL OR t.channel = $6)
        AND ($7::text[] IS NULL OR t.status = ANY ($7)) AND ($8::timestamptz IS NULL OR t.planned_at >= $8)
        AND ($9::timestamptz IS NULL OR t.planned_at < $9)
        ORDER BY {Place} LIMIT $10
        """;

    private const string ReadPage = $"SELECT {Columns} FROM customer_touchpoints t WHERE $11::text IS NULL AND {Asked}";

    private const string ReadUnfinished = $"""
        SELECT {Columns} FROM customer_touchpoints t
        WHERE t.status IN ('Planned', 'Held', 'Sending', 'Unknown', 'InReview') AND $11::text IS NULL AND {Asked}
        """;

    private const string ReadOfCustomer = $"SELECT {Columns} FROM customer_touchpoints t WHERE t.customer = $11 AND {Asked}";

    private const string ReadDue = $"""
        SELECT {Columns} FROM customer_touchpoints t
        WHERE t.status = 'Planned' AND t.due_at <= $1
            AND (t.due_at, {Place}) > ($2, $3::text COLLATE "C", $4::text COLLATE "C", $5::text COLLATE "C", $6::text COLLATE "C")
        ORDER BY t.due_at, {Place} LIMIT $7
        """;

    public static NpgsqlBatchCommand Page(TouchpointQuery query, int limit)
    {
        string sql =
            query.Customer is not null ? ReadOfCustomer
            : query.IsOfUnfinished ? ReadUnfinished
            : ReadPage;
        return After(new NpgsqlBatchCommand(sql), query.After is { Customer: not null } after ? after : null)
            .WithText(query.Rule)
            .WithText(query.Channel?.Name)
            .WithTexts(query.Statuses.Count == 0 ? null : [.. query.Statuses.Select(status => Enum.GetName(status)!)])
            .With(query.From)
            .With(query.Until)
            .With(limit)
            .WithText(query.Customer?.Value);
    }

    public static NpgsqlBatchCommand Due(DateTimeOffset until, DueTouchpoint? after, int limit) =>
        After(new NpgsqlBatchCommand(ReadDue).With(until).With(after?.DueAt ?? DateTimeOffset.MinValue), after?.Touchpoint).With(limit);

    public static NpgsqlBatchCommand Found(TouchpointId id) =>
        new NpgsqlBatchCommand(Find).With(id.Customer!.Value.Value).With(id.Rule).With(id.Occurrence).With(id.Channel.Name);

    public static NpgsqlBatchCommand Written(string sql, IReadOnlyList<TouchpointRow> rows) =>
        new NpgsqlBatchCommand(sql)
            .Texts(rows, row => row.Id.Customer!.Value.Value)
            .Texts(rows, row => row.Id.Rule)
            .Texts(rows, row => row.Id.Occurrence)
            .Texts(rows, row => row.Id.Channel.Name)
            .Longs(rows, row => row.PlannedBy)
            .Longs(rows, row => row.Order)
            .Texts(rows, row => row.Template)
            .Texts(rows, row => Enum.GetName(row.Category))
            .Texts(rows, row => row.Channel.Name)
            .Texts(rows, row => Enum.GetName(row.Status))
            .Texts(rows, row => row.Reason)
            .Times(rows, row => row.PlannedAt)
            .Times(rows, row => row.DueAt)
            .Times(rows, row => row.ChangedAt)
            .Ints(rows, row => row.Attempts)
            .Flags(rows, row => row.MayBeRepeated);

    public static TouchpointRow Row(DbDataReader reader) =>
        TouchpointTable.Row(
            TouchpointId.Of(reader.GetString(2), reader.GetString(0), reader.GetString(1), new Channel(reader.GetString(3))),
            reader
        );

    /// <summary>The parts of an id, or those before all.</summary>
    private static NpgsqlBatchCommand After(NpgsqlBatchCommand command, TouchpointId? last) =>
        command.With(last?.Customer?.Value ?? "").With(last?.Rule ?? "").With(last?.Occurrence ?? "").With(last?.Channel.Name ?? "");
}
