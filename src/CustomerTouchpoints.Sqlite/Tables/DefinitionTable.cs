using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of the versions of lifecycles, and of what follows them.</summary>
internal sealed class DefinitionTable(Session session)
{
    private readonly Statement read = session.Prepare(
        "SELECT lifecycle, version, fingerprint, outline, is_retired FROM touchpoints_definitions ORDER BY lifecycle, version");

    private readonly Statement write = session.Prepare(
        "INSERT OR REPLACE INTO touchpoints_definitions (lifecycle, version, fingerprint, outline, is_retired) VALUES (?, ?, ?, ?, ?)");

    private readonly Statement countJourneys = session.Prepare(
        """
        SELECT state, count(*) FROM touchpoints_journeys
        WHERE lifecycle = ? AND version = ? AND standing <> 'closed'
        GROUP BY state ORDER BY state
        """);

    private readonly Statement countMessages = session.Prepare(
        """
        SELECT t.rule, count(*) FROM touchpoints_journeys j JOIN touchpoints_touchpoints t ON t.journey = j.id
        WHERE j.lifecycle = ? AND j.version = ? AND t.status IN ('Planned', 'Held')
        GROUP BY t.rule ORDER BY t.rule
        """);

    public List<DefinitionRow> Read()
    {
        using Rows rows = read.Query();
        List<DefinitionRow> definitions = [];
        while (rows.Next())
        {
            definitions.Add(new DefinitionRow
            {
                Lifecycle = rows.Text(),
                Version = rows.Int32(),
                Fingerprint = rows.Text(),
                Outline = rows.Text(),
                IsRetired = rows.Boolean(),
            });
        }

        return definitions;
    }

    public void Write(DefinitionRow row) =>
        write.Bind(row.Lifecycle).Bind(row.Version).Bind(row.Fingerprint).Bind(row.Outline).Bind(row.IsRetired).Run();

    public VersionCensus Count(string lifecycle, int version) =>
        new(Counted(countJourneys, lifecycle, version), [.. Counted(countMessages, lifecycle, version).Select(count => KeyValuePair.Create(count.Key!, count.Value))]);

    private static List<KeyValuePair<string?, long>> Counted(Statement statement, string lifecycle, int version)
    {
        using Rows rows = statement.Bind(lifecycle).Bind(version).Query();
        List<KeyValuePair<string?, long>> counts = [];
        while (rows.Next())
        {
            counts.Add(KeyValuePair.Create(rows.TextOrNull(), rows.Int64()));
        }

        return counts;
    }
}
