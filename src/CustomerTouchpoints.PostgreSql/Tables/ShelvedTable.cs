using System.Data.Common;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tables;

/// <summary>The SQL of touchpoints that wait for nobody but a person.</summary>
internal static class ShelvedTable
{
    private const string Names = "journey, position, memory";

    public static readonly string Write =
        $"INSERT INTO shelved ({Names}) {ArrayRows.Of(Names)} ON CONFLICT (journey, position) DO UPDATE SET memory = excluded.memory";

    public static readonly string Delete =
        $"DELETE FROM shelved s USING ({ArrayRows.Of("journey, position")}) AS g WHERE s.journey = g.journey AND s.position = g.position";

    public static readonly string Read = $"""
        SELECT j.lifecycle, j.key, s.position, s.memory
        FROM ({ArrayRows.Of("lifecycle, key")}) AS k JOIN journeys j ON j.lifecycle = k.lifecycle AND j.key = k.key
            JOIN shelved s ON s.journey = j.id
        ORDER BY s.journey, s.position
        """;

    private const string Count = "SELECT count(*)::integer FROM (SELECT FROM shelved LIMIT $1) AS waiting";

    public static NpgsqlBatchCommand Counted(int limit) => new NpgsqlBatchCommand(Count).With(limit);

    public static NpgsqlBatchCommand Written(IReadOnlyList<ShelvedRow> rows, Func<JourneyId, long> number) =>
        new NpgsqlBatchCommand(Write).Longs(rows, row => number(row.Journey)).Longs(rows, row => row.Order).Texts(rows, row => row.Memory);

    public static NpgsqlBatchCommand Deleted(IReadOnlyList<ShelvedRow> rows, Func<JourneyId, long> number) =>
        new NpgsqlBatchCommand(Delete).Longs(rows, row => number(row.Journey)).Longs(rows, row => row.Order);

    public static ShelvedRow Row(DbDataReader reader) =>
        new(new JourneyId(reader.GetString(0), reader.GetString(1)), reader.GetInt64(2), reader.GetString(3));
}
