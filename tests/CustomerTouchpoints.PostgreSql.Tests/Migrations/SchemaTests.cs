using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.PostgreSql.Tests.Migrations;

/// <summary>
/// The schema is brought forward once, by whoever comes first; and never behind the back of hosts that would not survive it.
/// </summary>
public sealed class SchemaTests
{
    private const string Columns = """
        SELECT string_agg(table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable, E'\n'
            ORDER BY table_name, ordinal_position)
        FROM information_schema.columns WHERE table_schema = current_schema()
        """;

    [Test]
    public async Task Hosts_that_start_together_make_one_schema()
    {
        using var schema = new StoreSchema();
        PostgreSqlTouchpointStore[] stores = [.. Enumerable.Range(0, 5).Select(_ => schema.Connect())];
        long[] terms = await Task.WhenAll(stores.Select(store => store.OpenAsync(default).AsTask()));
        Assert.That(terms, Is.Unique);
        Assert.That(schema.Ask<long>("SELECT count(*) FROM schema_version"), Is.EqualTo(PostgreSqlSchema.Version));
        foreach (PostgreSqlTouchpointStore store in stores)
        {
            await store.DisposeAsync();
        }

        Assert.That(schema.Ask<long>("SELECT count(*) FROM hosts"), Is.Zero);
    }

    [Test]
    public async Task The_script_for_administrators_makes_the_same_schema_and_can_be_run_again()
    {
        using var migrated = new StoreSchema();
        using var scripted = new StoreSchema();
        await (await migrated.OpenAsync()).DisposeAsync();
        for (int i = 0; i < 2; i++)
        {
            Psql.Run(PostgreSqlSchema.Script(scripted.Name));
        }

        await (await scripted.OpenAsync(options => options.Migrate = false)).DisposeAsync();
        Assert.That(scripted.Ask<string>(Columns), Is.EqualTo(migrated.Ask<string>(Columns)));
    }

    [Test]
    public void A_host_that_may_not_migrate_says_what_is_to_be_run()
    {
        using var schema = new StoreSchema();
        Assert.That(
            async () => await schema.OpenAsync(options => options.Migrate = false),
            Throws.TypeOf<StoreUnavailableException>().With.Message.Contains("PostgreSqlSchema.Script")
        );
    }

    [Test]
    public async Task A_newer_schema_that_this_package_survives_is_used_and_another_refused()
    {
        using var schema = new StoreSchema();
        await (await schema.OpenAsync()).DisposeAsync();
        schema.Execute(
            $"INSERT INTO schema_version VALUES ({PostgreSqlSchema.Version + 1}, 'next.sql', {PostgreSqlSchema.Version}, now())"
        );
        await (await schema.OpenAsync()).DisposeAsync();

        schema.Execute(
            $"INSERT INTO schema_version VALUES ({PostgreSqlSchema.Version + 2}, 'contract.sql', {PostgreSqlSchema.Version + 1}, now())"
        );
        Assert.That(
            async () => await schema.OpenAsync(),
            Throws.TypeOf<StoreUnavailableException>().With.Message.Contains("Update CustomerTouchpoints.PostgreSql")
        );
    }

    [Test]
    public void Tables_of_somebody_else_are_left_alone()
    {
        using var schema = new StoreSchema();
        schema.Execute($"CREATE SCHEMA {schema.Name}; CREATE TABLE {schema.Name}.journeys (mine integer)");
        Assert.That(
            async () => await schema.OpenAsync(),
            Throws.TypeOf<StoreUnavailableException>().With.Message.Contains("schema of its own")
        );
        Assert.That(
            schema.Ask<long>("SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()"),
            Is.EqualTo(1)
        );
    }
}
