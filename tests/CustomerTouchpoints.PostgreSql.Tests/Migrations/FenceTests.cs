using CustomerTouchpoints.PostgreSql.Migrations;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tests.Migrations;

/// <summary>Expand, contract, fence: a step that takes something away waits until the last host has gone that would miss it.</summary>
public sealed class FenceTests
{
    private static readonly Script Expand = new(Schema.Newest + 1, "expand.sql", 1, "ALTER TABLE journeys ADD COLUMN note text");
    private static readonly Script Contract = new(
        Schema.Newest + 2,
        "contract.sql",
        Schema.Newest + 1,
        "ALTER TABLE journeys DROP COLUMN note"
    );

    [Test]
    public async Task A_step_waits_for_hosts_that_would_not_survive_it()
    {
        using var schema = new StoreSchema();
        PostgreSqlTouchpointStore old = await schema.OpenAsync();
        await MigrateAsync(schema, [.. Script.All, Expand]);
        Assert.That(
            async () => await MigrateAsync(schema, [.. Script.All, Expand, Contract]),
            Throws.TypeOf<StoreUnavailableException>().With.Message.Contains("would break 1 running host")
        );
        Assert.That(schema.Ask<int>("SELECT max(version) FROM schema_version"), Is.EqualTo(Expand.Version));

        await old.DisposeAsync();
        await MigrateAsync(schema, [.. Script.All, Expand, Contract]);
        Assert.That(schema.Ask<int>("SELECT max(version) FROM schema_version"), Is.EqualTo(Contract.Version));
        Assert.That(
            async () => await schema.OpenAsync(),
            Throws.TypeOf<StoreUnavailableException>().With.Message.Contains("Update CustomerTouchpoints.PostgreSql")
        );
    }

    [Test]
    public async Task A_step_that_fails_leaves_the_schema_as_it_was()
    {
        using var schema = new StoreSchema();
        await (await schema.OpenAsync()).DisposeAsync();
        Script broken = Expand with { Sql = Expand.Sql + "; SELECT nonsense" };
        Assert.That(async () => await MigrateAsync(schema, [.. Script.All, broken]), Throws.TypeOf<PostgresException>());
        Assert.That(schema.Ask<int>("SELECT max(version) FROM schema_version"), Is.EqualTo(Schema.Newest));
        await (await schema.OpenAsync()).DisposeAsync();
    }

    private static async Task MigrateAsync(StoreSchema schema, IReadOnlyList<Script> scripts)
    {
        await using var database = new Database(schema.Options());
        await using NpgsqlConnection connection = await database.OpenLifeAsync(default);
        await Schema.MigrateAsync(connection, schema.Name, mayChange: true, scripts, default);
    }
}
