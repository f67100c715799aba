using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of the versions of lifecycles, and of what follows them.</summary>
internal sealed class DefinitionTable(Session session)
{
    private const string Table = "touchpoints_definitions";

    private readonly Statement read = session.Prepare(
        "SELECT lifecycle, version, fingerprint, outline, is_retired, checksum FROM touchpoints_definitions ORDER BY lifecycle, version"
    );

    private readonly Statement write = session.Prepare(
        "INSERT OR REPLACE INTO touchpoints_definitions (lifecycle, version, fingerprint, outline, is_retired, checksum) VALUES (?, ?, "
            + "?, ?, ?, ?)"
    );

    private readonly Statement countJourneys = session.Prepare(
        """
        SELECT state, count(*) FROM touchpoints_journeys
        WHERE lifecycle = ? AND version = ? AND standing <> 'closed'
        GROUP BY state ORDER BY state
        """
    );

    private readonly Statement countMessages = session.Prepare(
        """
        SELECT t.rule, count(*) FROM touchpoints_journeys j JOIN touchpoints_touchpoints t ON t.journey = j.id
        WHERE j.lifecycle = ? AND j.version = ? AND t.status IN ('Planned', 'Held')
        GROUP BY t.rule ORDER BY t.rule
        """
    );

    private readonly Statement count = session.Prepare("SELECT count(*) FROM touchpoints_definitions");

    private readonly Statement countDamage = session.Prepare(
        $"""
        SELECT count(*) FILTER (WHERE checksum <> {Checksum.Of(JourneyTable.Columns)}) FROM touchpoints_journeys
        UNION ALL
        SELECT count(*) FILTER (WHERE t.checksum <> {Checksum.Of(TouchpointTable.Columns)})
        FROM touchpoints_journeys j JOIN touchpoints_touchpoints t ON t.journey = j.id
        WHERE j.lifecycle = ? AND j.version = ?
        """
    );

    public List<DefinitionRow> Read(StoreRow store)
    {
        using Rows rows = read.Query();
        List<DefinitionRow> definitions = [];
        while (rows.Next(Table, definitions.Count + 1))
        {
            definitions.Add(
                new DefinitionRow
                {
                    Lifecycle = rows.Text(),
                    Version = rows.Int32(),
                    Fingerprint = rows.Text(),
                    Outline = rows.Text(),
                    IsRetired = rows.Boolean(),
                }
            );
        }

        Damage.Require(definitions.Count == store.Definitions, Table, definitions.Count, $"{store.Definitions} were written");
        return definitions;
    }

    public void Write(DefinitionRow row) =>
        write.Bind(row.Lifecycle).Bind(row.Version).Bind(row.Fingerprint).Bind(row.Outline).Bind(row.IsRetired).BindChecksum().Run();

    public long Count() => count.QueryNumber();

    public VersionCensus Count(string lifecycle, int version)
    {
        RequireSoundRows(lifecycle, version);
        return new VersionCensus(
            Counted(countJourneys, lifecycle, version),
            [.. Counted(countMessages, lifecycle, version).Select(count => KeyValuePair.Create(count.Key!, count.Value))]
        );
    }

    /// <summary>
    /// A row that a version would strand must not hide behind damage. A row of any version may be one of this one, damaged.
    /// </summary>
    private void RequireSoundRows(string lifecycle, int version)
    {
        using Rows rows = countDamage.Bind(lifecycle).Bind(version).Query();
        while (rows.Next())
        {
            long damaged = rows.Int64();
            Damage.Require(
                damaged == 0,
                "touchpoints_journeys or touchpoints_touchpoints",
                $"of {lifecycle}",
                $"{damaged} do not match their checksums"
            );
        }
    }

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
