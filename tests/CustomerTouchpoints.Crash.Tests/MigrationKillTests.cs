using CustomerTouchpoints.Email.Tests;
using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Crash.Tests;

/// <summary>Hosts that are killed while they bring a file of the version before forward: it is as it was, or it is through.</summary>
internal sealed class MigrationKillTests
{
    /// <summary>So many that the migration takes a while, and writes long before it commits.</summary>
    private const int Customers = 40_000;

    private const string Versions = "SELECT group_concat(version) FROM (SELECT version FROM touchpoints_schema_version ORDER BY version)";

    /// <summary>The three steps, each run and not noted; all of it run and not committed.</summary>
    private static readonly string[] Before = ["WithinMigration:1", "WithinMigration:2", "WithinMigration:3", "WithinCommit:1"];

    /// <summary>How large the log has grown, in bytes, when a host is killed: something is written, and then more of it.</summary>
    private static readonly long[] Written = [1, 1_000_000, 4_000_000];

    [OneTimeSetUp]
    public void Build() => CrashHost.Build();

    [Test]
    public async Task A_migration_that_is_killed_is_done_anew_as_a_whole_and_once()
    {
        using TemporaryFolder folder = new();
        string spared = Make(folder["spared.db"]);
        string killed = Make(folder["killed.db"]);
        string before = Query(killed, Versions);
        await LiveAsync(spared);

        foreach (string place in Before)
        {
            Life life = await CrashHost.RunAsync(Arguments(killed), crashAt: place);
            Assert.That(life.WasKilled, Is.True, $"{place}: {life.Error}");
            Assert.That(Query(killed, Versions), Is.EqualTo(before), place);
        }

        int cutOff = 0;
        foreach (long size in Written)
        {
            Life life = await CrashHost.RunAsync(
                Arguments(killed),
                killWhen: () => new FileInfo($"{killed}-wal") is { Exists: true } log && log.Length >= size
            );
            Assert.That(life.WasKilled, Is.True, $"the log never had {size} bytes: {life.Error}");
            if (Query(killed, Versions) != before)
            {
                // It was brought forward before the kill came, and does not write as much again.
                break;
            }

            cutOff++;
        }

        await TestContext.Out.WriteLineAsync($"{cutOff} of {Written.Length} kills at what was written came before the commit");
        Assert.That(cutOff, Is.GreaterThan(0), "the kills come too late to cut a migration off");

        Life last = await CrashHost.RunAsync(Arguments(killed), crashAt: "RecoveryOpened");
        Assert.That(last.WasKilled, Is.True, last.Error);
        await LiveAsync(killed);
        Assert.That(Query(killed, Versions), Is.EqualTo($"{before},9,10,11,12,13,14,15,16,17,18,19,20"));
        Assert.That(Query(killed, "PRAGMA integrity_check"), Is.EqualTo("ok"));
        Assert.That(Contents(killed), Is.EqualTo(Contents(spared)), "what was killed has other contents than what was spared");
    }

    private static string[] Arguments(string file) => [file, "0", "", "", ""];

    private static async Task LiveAsync(string file)
    {
        Life life = await CrashHost.RunAsync(Arguments(file));
        Assert.That(life.ExitCode, Is.Zero, life.Error);
    }

    /// <summary>A file of the version before, with many more customers than it had.</summary>
    private static string Make(string file)
    {
        using var reader = new StreamReader(
            typeof(MigrationKillTests).Assembly.GetManifestResourceStream("written-by-501396e.sqlite.sql")!
        );
        Query(file, reader.ReadToEnd());
        Query(
            file,
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT "
                + $"{Customers}) INSERT INTO touchpoints_customers (customer, traits) SELECT 'more-' || i, "
                + "'{\"culture\":\"en\",\"segments\":[],\"attributes\":{},\"wantsPromotions\":false}' FROM n"
        );
        return file;
    }

    /// <summary>
    /// Every row of every table, but for when it was brought forward, what each host notes at its start, and the key that a store makes.
    /// </summary>
    private static string Contents(string file)
    {
        string[] tables = Query(
                file,
                "SELECT group_concat(name) FROM sqlite_schema WHERE type = 'table' AND name LIKE 'touchpoints%' AND name NOT IN "
                    + "('touchpoints_schema_version', 'touchpoints_store', 'touchpoints_operations', 'touchpoints_address_keys')"
            )
            .Split(',');
        return string.Join(
            '\n',
            tables.Select(table =>
            {
                string columns = Query(file, $"SELECT group_concat('quote(' || name || ')', '||') FROM pragma_table_info('{table}')");
                string lines = $"SELECT {columns} AS line FROM {table} ORDER BY 1";
                return $"{table}: {Query(file, $"SELECT group_concat(line, char(10)) FROM ({lines})")}";
            })
        );
    }

    private static string Query(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are this file's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return $"{command.ExecuteScalar()}";
    }
}
