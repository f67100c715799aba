using System.Data.Common;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tables;

/// <summary>The SQL of promises. Statuses are numbers, in the order in which they are declared.</summary>
internal static class PromiseTable
{
    private const string Names = "journey, number, name, status, by, made_at, ended_at, changed_at, told_by, channel, representative";

    private static readonly string Write = $"""
        INSERT INTO promises ({Names}) {ArrayRows.Of(Names)}
        ON CONFLICT (journey, number) DO UPDATE SET name = excluded.name, status = excluded.status, by = excluded.by,
            made_at = excluded.made_at,
            ended_at = excluded.ended_at, changed_at = excluded.changed_at, told_by = excluded.told_by, channel = excluded.channel,
            representative = excluded.representative
        """;

    private const string Asked = """
        ($1::text IS NULL OR p.journey = (SELECT id FROM journeys WHERE lifecycle = $1 AND key = $2))
            AND ($3::text IS NULL OR j.lifecycle = $3) AND ($4::integer IS NULL OR p.status = $4)
            AND ($5::timestamptz IS NULL OR p.made_at >= $5) AND ($6::timestamptz IS NULL OR p.made_at < $6)
        """;

    public const string Read = $"""
        SELECT j.lifecycle, j.key, p.number, p.name, p.status, p.by, p.made_at, p.ended_at, p.changed_at, p.told_by, p.channel,
            p.representative
        FROM promises p JOIN journeys j ON j.id = p.journey
        WHERE {Asked} AND (p.journey, p.number) > (coalesce((SELECT id FROM journeys WHERE lifecycle = $7 AND key = $8), 0), $9)
        ORDER BY p.journey, p.number LIMIT $10
        """;

    private const string Count = $"""
        SELECT j.lifecycle COLLATE "C", p.name COLLATE "C", p.channel COLLATE "C", p.representative COLLATE "C", p.status, count(*)
        FROM promises p JOIN journeys j ON j.id = p.journey
        WHERE {Asked}
        GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3 NULLS FIRST, 4 NULLS FIRST, 5
        """;

    public static NpgsqlBatchCommand Written(IReadOnlyList<PromiseRow> rows, Func<JourneyId, long> number) =>
        new NpgsqlBatchCommand(Write)
            .Longs(rows, row => number(row.Id.Journey))
            .Ints(rows, row => row.Id.Number)
            .Texts(rows, row => row.Name)
            .Ints(rows, row => (int)row.Status)
            .Times(rows, row => row.By)
            .Times(rows, row => row.MadeAt)
            .Times(rows, row => row.EndedAt)
            .Times(rows, row => row.ChangedAt)
            .Texts(rows, row => row.ToldBy)
            .Texts(rows, row => row.Channel)
            .Texts(rows, row => row.Representative);

    public static NpgsqlBatchCommand Page(PromiseQuery query, PromiseId? after, int limit) =>
        Of(new NpgsqlBatchCommand(Read), query)
            .WithText(after?.Journey.Lifecycle)
            .WithText(after?.Journey.Key)
            .With(after?.Number ?? 0)
            .With(limit);

    public static NpgsqlBatchCommand Counted(PromiseQuery query) => Of(new NpgsqlBatchCommand(Count), query);

    public static PromiseRow Row(DbDataReader reader) =>
        new()
        {
            Id = new PromiseId(new JourneyId(reader.GetString(0), reader.GetString(1)), reader.GetInt32(2)),
            Name = reader.GetString(3),
            Status = (PromiseStatus)reader.GetInt32(4),
            By = reader.Time(5),
            MadeAt = reader.Time(6),
            EndedAt = reader.TimeOrNull(7),
            ChangedAt = reader.Time(8),
            ToldBy = reader.TextOrNull(9),
            Channel = reader.TextOrNull(10),
            Representative = reader.TextOrNull(11),
        };

    public static PromiseCount CountRow(DbDataReader reader) =>
        new(
            reader.GetString(0),
            reader.GetString(1),
            Channel.Named(reader.TextOrNull(2)),
            reader.TextOrNull(3),
            (PromiseStatus)reader.GetInt32(4),
            reader.GetInt64(5)
        );

    private static NpgsqlBatchCommand Of(NpgsqlBatchCommand command, PromiseQuery query) =>
        command
            .WithText(query.Journey?.Lifecycle)
            .WithText(query.Journey?.Key)
            .WithText(query.Lifecycle)
            .WithNumber((int?)query.Status)
            .With(query.From)
            .With(query.Until);
}
