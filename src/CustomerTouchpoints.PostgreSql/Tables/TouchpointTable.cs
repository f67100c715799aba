using System.Data.Common;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tables;

/// <summary>The SQL of touchpoints.</summary>
internal static class TouchpointTable
{
    private const string Columns = """
        t.rule, t.occurrence, t.role, t.route, t.planned_by, t.position, t.customer, t.template, t.category, t.channel, t.status, t.reason,
        t.planned_at, t.due_at, t.changed_at, t.attempts, t.may_be_repeated
        """;

    private const string Names = """
        journey, rule, occurrence, role, route, planned_by, position, customer, template, category, channel, status, reason,
        planned_at, due_at, changed_at, attempts, may_be_repeated
        """;

    public static readonly string Insert = $"INSERT INTO touchpoints ({Names}) {ArrayRows.Of(Names)}";

    // A division by zero refuses the whole batch when one of them was never planned: the commit is in the same round trip.
    public static readonly string Update = $"""
        WITH changed AS (
            UPDATE touchpoints t
            SET planned_by = u.planned_by, position = u.position, customer = u.customer, template = u.template, category = u.category,
                channel = u.channel, status = u.status, reason = u.reason, planned_at = u.planned_at, due_at = u.due_at,
                changed_at = u.changed_at, attempts = u.attempts, may_be_repeated = u.may_be_repeated
            FROM ({ArrayRows.Of(Names)}) AS u
            WHERE t.journey = u.journey AND t.rule = u.rule AND t.occurrence = u.occurrence AND t.role = u.role AND t.route = u.route
            RETURNING 1)
        SELECT 1 / (CASE WHEN count(*) = cardinality($1) THEN 1 ELSE 0 END) FROM changed
        """;

    public const string Read =
        $"SELECT {Columns} FROM touchpoints t WHERE t.journey = (SELECT id FROM journeys WHERE lifecycle = $1 AND key = $2) ORDER BY "
        + "t.position";

    public const string Find = $"""
        SELECT {Columns} FROM touchpoints t
        WHERE t.journey = (SELECT id FROM journeys WHERE lifecycle = $1 AND key = $2) AND t.rule = $3 AND t.occurrence = $4
            AND t.role = $5 AND t.route = $6
        """;

    private static readonly string FindSome = $"""
        SELECT {Columns}, j.lifecycle, j.key
        FROM ({ArrayRows.Of("lifecycle, key, rule, occurrence, role, route")}) AS k
            JOIN journeys j ON j.lifecycle = k.lifecycle AND j.key = k.key
            JOIN touchpoints t
                ON t.journey = j.id AND t.rule = k.rule AND t.occurrence = k.occurrence AND t.role = k.role AND t.route = k.route
        """;

    private const string Place = """
        (t.journey, t.rule, t.occurrence, t.role, t.route) > (
            coalesce(
                (SELECT id FROM journeys WHERE lifecycle = $1 AND key = $2),
                (SELECT id FROM journeys WHERE lifecycle = $7 AND key = $8), 0),
            $3::text COLLATE "C", $4::text COLLATE "C", $5::text COLLATE "C", $6::text COLLATE "C")
        AND t.journey <= CASE
            WHEN $7::text IS NULL THEN 9223372036854775807
            ELSE coalesce((SELECT id FROM journeys WHERE lifecycle = $7 AND key = $8), 0) END
        """;

    private const string Asked = """
        ($9::text IS NULL OR j.lifecycle = $9) AND ($10::text IS NULL OR t.rule = $10) AND ($11::text IS NULL OR t.channel = $11)
        AND ($12::text[] IS NULL OR t.status = ANY ($12)) AND ($13::timestamptz IS NULL OR t.planned_at >= $13)
        AND ($14::timestamptz IS NULL OR t.planned_at < $14) AND ($15::text IS NULL OR t.customer = $15)
        """;

    private const string Ordered = "ORDER BY t.journey, t.rule, t.occurrence, t.role, t.route LIMIT $16";

    public const string ReadPage =
        $"SELECT {Columns}, j.lifecycle, j.key FROM touchpoints t JOIN journeys j ON j.id = t.journey WHERE {Place} AND {Asked} {Ordered}";

    // What is being sent lies in few journeys, and their rows say so.
    public const string ReadUnfinished = $"""
        SELECT {Columns}, t.lifecycle, t.key FROM (
            (SELECT t.*, j.lifecycle, j.key FROM touchpoints t JOIN journeys j ON j.id = t.journey
             WHERE t.waits AND {Place} AND {Asked} {Ordered})
            UNION ALL
            (SELECT t.*, j.lifecycle, j.key FROM touchpoints t JOIN journeys j ON j.id = t.journey
             WHERE j.sending_term IS NOT NULL AND t.status = 'Sending' AND {Place} AND {Asked} {Ordered})) AS t
        {Ordered}
        """;

    public const string ReadOfCustomer = $"""
        SELECT {Columns}, j.lifecycle, j.key FROM touchpoints t JOIN journeys j ON j.id = t.journey
        WHERE t.journey IN (SELECT journey FROM parties WHERE customer = $15) AND {Place} AND {Asked} {Ordered}
        """;

    public static NpgsqlBatchCommand Page(TouchpointQuery query, int limit)
    {
        string sql =
            query.Customer is not null ? ReadOfCustomer
            : query.IsOfUnfinished ? ReadUnfinished
            : ReadPage;
        return new NpgsqlBatchCommand(sql)
            .WithText(query.After?.Journey.Lifecycle)
            .WithText(query.After?.Journey.Key)
            .With(query.After?.Rule ?? "")
            .With(query.After?.Occurrence ?? "")
            .With(query.After?.Role ?? "")
            .With(query.After?.Channel.Name ?? "")
            .WithText(query.Journey?.Lifecycle)
            .WithText(query.Journey?.Key)
            .WithText(query.Lifecycle)
            .WithText(query.Rule)
            .WithText(query.Channel?.Name)
            .WithTexts(query.Statuses.Count == 0 ? null : [.. query.Statuses.Select(status => Enum.GetName(status)!)])
            .With(query.From)
            .With(query.Until)
            .WithText(query.Customer?.Value)
            .With(limit);
    }

    public static TouchpointRow Row(DbDataReader reader) => Row(new JourneyId(reader.GetString(17), reader.GetString(18)), reader);

    public static NpgsqlBatchCommand Written(string sql, IReadOnlyList<TouchpointRow> rows, Func<JourneyId, long> number) =>
        new NpgsqlBatchCommand(sql)
            .Longs(rows, row => number(row.Id.Journey))
            .Texts(rows, row => row.Id.Rule)
            .Texts(rows, row => row.Id.Occurrence)
            .Texts(rows, row => row.Id.Role)
            .Texts(rows, row => row.Id.Channel.Name)
            .Longs(rows, row => row.PlannedBy)
            .Longs(rows, row => row.Order)
            .Texts(rows, row => row.Customer?.Value)
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

    public static NpgsqlBatchCommand Found(TouchpointId id) =>
        new NpgsqlBatchCommand(Find)
            .With(id.Journey.Lifecycle)
            .With(id.Journey.Key)
            .With(id.Rule)
            .With(id.Occurrence)
            .With(id.Role)
            .With(id.Channel.Name);

    public static NpgsqlBatchCommand Found(IReadOnlyCollection<TouchpointId> ids) =>
        new NpgsqlBatchCommand(FindSome)
            .Texts(ids, id => id.Journey.Lifecycle)
            .Texts(ids, id => id.Journey.Key)
            .Texts(ids, id => id.Rule)
            .Texts(ids, id => id.Occurrence)
            .Texts(ids, id => id.Role)
            .Texts(ids, id => id.Channel.Name);

    public static TouchpointRow Row(JourneyId journey, DbDataReader reader) =>
        Row(new TouchpointId(journey, reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3)), reader);

    /// <summary>A row whose id is known; of what is read, the first four columns are parts of it.</summary>
    public static TouchpointRow Row(TouchpointId id, DbDataReader reader) =>
        new()
        {
            Id = id,
            PlannedBy = reader.GetInt64(4),
            Order = reader.GetInt64(5),
            Customer = reader.TextOrNull(6) is { } customer ? new CustomerId(customer) : default(CustomerId?),
            Template = reader.GetString(7),
            Category = Enum.Parse<Category>(reader.GetString(8)),
            Channel = new Channel(reader.GetString(9)),
            Status = Enum.Parse<TouchpointStatus>(reader.GetString(10)),
            Reason = reader.GetString(11),
            PlannedAt = reader.Time(12),
            DueAt = reader.Time(13),
            ChangedAt = reader.Time(14),
            Attempts = reader.GetInt32(15),
            MayBeRepeated = reader.GetBoolean(16),
        };
}
