using CustomerTouchpoints.PostgreSql.Tests.Proof;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tests.Migrations;

/// <summary>
/// Hosts that are killed while they bring a schema of the version before forward: it is as it was, or it is through. Where a host dies is
/// decided by a table that somebody else has locked: that is where it waits.
/// </summary>
[NonParallelizable]
public sealed class MigrationKillTests
{
    private const string Written = "written_by_501396e";
    private const string Versions = "SELECT string_agg(version || ' ' || script, ',' ORDER BY version) FROM schema_version";

    /// <summary>
    /// What the steps come to, one after the other: the first change of the first step; its look through the roles; the index of
    /// the second; and, when all of it is committed, what is set aside in the intake.
    /// </summary>
    private static readonly string[] Places = ["customers", "parties", "touchpoints", "intake"];

    [Test]
    public async Task A_migration_that_is_killed_is_done_anew_as_a_whole_and_once()
    {
        using var schema = new StoreSchema(name: Written);
        Dictionary<string, string> spared = await OpenedAsync(schema);
        Restore(schema);
        string before = schema.Ask<string>(Versions);
        foreach (string table in Places)
        {
            await KillAtAsync(schema, table);
            Assert.That(
                schema.Ask<string>(Versions),
                table == "intake" ? Does.StartWith($"{before},2 ").And.Contain(",4 ") : Is.EqualTo(before),
                table
            );
        }

        using (ChildHost host = Start(schema))
        {
            await host.ReadyAsync();
            await host.StopAsync();
        }

        Assert.That(
            schema.Ask<string>(Versions),
            Is.EqualTo(
                $"{before},2 0002-customers.sql,3 0003-reading.sql,4 0004-customer-touchpoints.sql,5 0005-references.sql,"
                    + "6 0006-shelved.sql,7 0007-wishes.sql,8 0008-receipts-and-suppressions.sql,9 0009-identity.sql,"
                    + "10 0010-rates.sql,11 0011-inbox.sql"
            )
        );
        Dictionary<string, string> killed = Contents(schema);
        Assert.That(
            spared.Keys.Where(table => killed[table] != spared[table]),
            Is.Empty,
            "what was killed has other contents than what was spared"
        );
    }

    private static ChildHost Start(StoreSchema schema) =>
        ChildHost.Start(ChildHost.ThisBuild, SharedCluster.Server.ConnectionString, schema.Name, "10000", "1");

    /// <summary>The contents of a schema that was brought forward in peace.</summary>
    private static async Task<Dictionary<string, string>> OpenedAsync(StoreSchema schema)
    {
        Restore(schema);
        await (await schema.OpenAsync()).DisposeAsync();
        return Contents(schema);
    }

    private static void Restore(StoreSchema schema)
    {
        schema.Dispose();
        using var reader = new StreamReader(
            typeof(MigrationKillTests).Assembly.GetManifestResourceStream("written-by-501396e.postgresql.sql")!
        );
        Psql.Run(reader.ReadToEnd());
    }

    /// <summary>A host comes to a table that is locked, waits for it, and is killed. Its transaction goes with its connection.</summary>
    private static async Task KillAtAsync(StoreSchema schema, string table)
    {
        await using NpgsqlConnection connection = schema.ConnectHost();
        await connection.OpenAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await using (var take = new NpgsqlCommand($"LOCK TABLE {Written}.{table} IN ACCESS EXCLUSIVE MODE", connection, transaction))
        {
            await take.ExecuteNonQueryAsync();
        }

        using ChildHost host = Start(schema);
        await Patience.UntilAsync(() => IsWaitedFor(schema, table), () => $"a host that waits for {table}");
        host.Kill();
        await transaction.RollbackAsync();
        await Patience.UntilAsync(
            () =>
                schema.Ask<long>("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%ALTER TABLE%' AND pid <> pg_backend_pid()") == 0,
            () => "the end of its connection"
        );
    }

    private static bool IsWaitedFor(StoreSchema schema, string table) =>
        schema.Ask<bool>($"SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = '{Written}.{table}'::regclass)");

    /// <summary>Every row of every table, but for when it was brought forward, what each host notes at its start, and
    /// the transaction that gave the journal its places.</summary>
    private static Dictionary<string, string> Contents(StoreSchema schema) =>
        schema
            .Ask<string[]>(
                "SELECT array_agg(table_name::text) FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = "
                    + "'BASE TABLE' AND table_name NOT IN ('hosts', 'schema_version', 'definitions', 'operations', 'address_keys')"
            )
            .ToDictionary(
                table => table,
                table =>
                    schema.Ask<string>(
                        "SELECT coalesce(string_agg(row, E'\n' ORDER BY row), '') "
                            + $"FROM (SELECT (to_jsonb(t) - 'place')::text AS row FROM {table} t) AS rows"
                    )
            );
}
