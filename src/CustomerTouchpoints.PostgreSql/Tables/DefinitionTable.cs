using System.Data.Common;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tables;

/// <summary>The SQL of the versions of lifecycles, and of what follows them.</summary>
internal static class DefinitionTable
{
    private const string Columns = "lifecycle, version, fingerprint, outline, is_retired";

    public const string Read = $"SELECT {Columns} FROM definitions ORDER BY lifecycle, version";

    private static readonly string Write = $"""
        INSERT INTO definitions ({Columns}) {ArrayRows.Of(Columns)}
        ON CONFLICT (lifecycle, version) DO UPDATE SET fingerprint = excluded.fingerprint, outline = excluded.outline,
            is_retired = excluded.is_retired
        """;

    public const string CountJourneys = """
        SELECT state, count(*) FROM journeys
        WHERE lifecycle = $1 AND version = $2 AND standing <> 'closed'
        GROUP BY state ORDER BY state NULLS FIRST
        """;

    public const string CountMessages = """
        SELECT t.rule, count(*) FROM journeys j JOIN touchpoints t ON t.journey = j.id
        WHERE j.lifecycle = $1 AND j.version = $2 AND t.status IN ('Planned', 'Held')
        GROUP BY t.rule ORDER BY t.rule
        """;

    public static NpgsqlBatchCommand Written(IReadOnlyList<DefinitionRow> rows) =>
        new NpgsqlBatchCommand(Write)
            .Texts(rows, row => row.Lifecycle)
            .Ints(rows, row => row.Version)
            .Texts(rows, row => row.Fingerprint)
            .Texts(rows, row => row.Outline)
            .Flags(rows, row => row.IsRetired);

    public static DefinitionRow Definition(DbDataReader reader) =>
        new()
        {
            Lifecycle = reader.GetString(0),
            Version = reader.GetInt32(1),
            Fingerprint = reader.GetString(2),
            Outline = reader.GetString(3),
            IsRetired = reader.GetBoolean(4),
        };
}
