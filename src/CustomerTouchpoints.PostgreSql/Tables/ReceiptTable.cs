using System.Data.Common;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tables;

/// <summary>The SQL of what providers have reported of messages.</summary>
internal static class ReceiptTable
{
    private const string Names = "journey, position, kind, at, recorded_at";

    public static readonly string Write = $"INSERT INTO receipts ({Names}) {ArrayRows.Of(Names)} ON CONFLICT DO NOTHING";

    public static readonly string Read = $"""
        SELECT j.lifecycle, j.key, r.position, r.kind, r.at, r.recorded_at
        FROM ({ArrayRows.Of("lifecycle, key, position")}) AS k JOIN journeys j ON j.lifecycle = k.lifecycle AND j.key = k.key
            JOIN receipts r ON r.journey = j.id AND r.position = k.position
        ORDER BY r.journey, r.position, r.at, r.kind
        """;

    public static NpgsqlBatchCommand Written(IReadOnlyList<ReceiptRow> rows, Func<JourneyId, long> number) =>
        new NpgsqlBatchCommand(Write)
            .Longs(rows, row => number(row.Touchpoint.Journey))
            .Longs(rows, row => row.Touchpoint.Order)
            .Texts(rows, row => Enum.GetName(row.Kind))
            .Times(rows, row => row.At)
            .Times(rows, row => row.RecordedAt);

    public static NpgsqlBatchCommand Found(IReadOnlyCollection<TouchpointPlace> touchpoints) =>
        new NpgsqlBatchCommand(Read)
            .Texts(touchpoints, place => place.Journey.Lifecycle)
            .Texts(touchpoints, place => place.Journey.Key)
            .Longs(touchpoints, place => place.Order);

    public static ReceiptRow Row(DbDataReader reader) =>
        new(
            new TouchpointPlace(new JourneyId(reader.GetString(0), reader.GetString(1)), reader.GetInt64(2)),
            Enum.Parse<ReceiptKind>(reader.GetString(3)),
            reader.Time(4),
            reader.Time(5)
        );
}
