using System.Data.Common;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tables;

/// <summary>The SQL of what providers call the messages that they have accepted.</summary>
internal static class ReferenceTable
{
    private const string Names = "channel, reference, touchpoint, journey";

    public static readonly string Write = $"INSERT INTO provider_references ({Names}) {ArrayRows.Of(Names)} ON CONFLICT DO NOTHING";

    public const string Find = "SELECT touchpoint FROM provider_references WHERE channel = $1 AND reference = $2 ORDER BY touchpoint";

    public static NpgsqlBatchCommand Written(IReadOnlyList<ReferenceRow> rows, Func<JourneyId, long> number) =>
        new NpgsqlBatchCommand(Write)
            .Texts(rows, row => row.Channel.Name)
            .Texts(rows, row => row.Reference)
            .Texts(rows, row => row.Touchpoint.ToString())
            .LongsOrNulls(rows, row => row.Touchpoint.Carrier is { } carrier ? number(carrier) : null);

    /// <summary>Forgets what providers call touchpoints of journeys.</summary>
    public static NpgsqlBatchCommand Erased(IReadOnlyList<TouchpointId> touchpoints, Func<JourneyId, long> number) =>
        new NpgsqlBatchCommand("DELETE FROM provider_references WHERE journey = ANY ($1) AND touchpoint = ANY ($2)")
            .Longs(touchpoints, touchpoint => number(touchpoint.Carrier!.Value))
            .Texts(touchpoints, touchpoint => touchpoint.ToString());

    public static NpgsqlBatchCommand Found(Channel channel, string reference) =>
        new NpgsqlBatchCommand(Find).With(channel.Name).With(reference);

    public static TouchpointId Touchpoint(DbDataReader reader) => TouchpointId.Parse(reader.GetString(0));
}
