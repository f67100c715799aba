using System.Text.Json;
using CustomerTouchpoints.Sqlite.Migrations;
using CustomerTouchpoints.Sqlite.Tests.Engine;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Sqlite.Tests;

public sealed class MigrationTests
{
    [Test]
    public async Task An_empty_file_is_brought_to_the_newest_version_once()
    {
        using var folder = new StoreFolder();
        string first = await OpenedAsync(folder);
        Assert.That(first, Does.StartWith("5 0005-whole.sql").And.Contain("CREATE TABLE touchpoints_journeys"));
        Assert.That(await OpenedAsync(folder), Is.EqualTo(first));
    }

    [Test]
    public async Task A_newer_schema_is_refused()
    {
        using var folder = new StoreFolder();
        await OpenedAsync(folder);
        Execute(folder, $"INSERT INTO touchpoints_schema_version VALUES ({Schema.Newest + 1}, 'from the future', 0)");
        await using SqliteTouchpointStore store = folder.Connect();
        Assert.That(
            async () => await store.OpenAsync(default),
            Throws
                .TypeOf<StoreUnavailableException>()
                .With.Message.Contains(folder.Database)
                .And.Message.Contains($"schema version {Schema.Newest + 1}")
                .And.Message.Contains("Update CustomerTouchpoints.Sqlite")
        );
        Assert.That(Query(folder, "SELECT term FROM touchpoints_store"), Is.EqualTo("1"), "A refused file is left as it was.");
    }

    [Test]
    public async Task The_hosts_own_tables_stand_beside_the_stores()
    {
        using var folder = new StoreFolder();
        Execute(
            folder,
            "CREATE TABLE Customers (Name TEXT); CREATE TABLE journal (id INTEGER); CREATE TABLE schema_version (version INTEGER, "
                + "installed TEXT); INSERT INTO Customers VALUES ('Ana')"
        );
        await OpenedAsync(folder);
        await using SqliteTouchpointStore store = await folder.OpenAsync();
        await Some.CommitAsync(store, Some.Journeys("order/1"));
        Assert.That(
            Query(folder, "SELECT group_concat(name) FROM sqlite_schema WHERE name NOT LIKE 'touchpoints%' AND name NOT LIKE 'sqlite%'"),
            Is.EqualTo("Customers,journal,schema_version")
        );
        Assert.That(Query(folder, "SELECT Name || (SELECT count(*) FROM schema_version) FROM Customers"), Is.EqualTo("Ana0"));
    }

    [Test]
    public async Task Tables_of_somebody_else_under_the_prefix_are_left_alone()
    {
        using var folder = new StoreFolder();
        Execute(folder, "CREATE TABLE Touchpoints_Customers (Name TEXT)");
        await using SqliteTouchpointStore store = folder.Connect();
        Assert.That(
            async () => await store.OpenAsync(default),
            Throws
                .TypeOf<StoreUnavailableException>()
                .With.Message.Contains("touchpoints_customers")
                .And.Message.Contains("a file of its own")
        );
        Assert.That(Query(folder, "SELECT group_concat(name) FROM sqlite_schema"), Is.EqualTo("Touchpoints_Customers"));
    }

    [Test]
    public async Task A_file_of_the_first_release_is_carried_on()
    {
        using var folder = new StoreFolder();
        Execute(folder, FirstRelease());
        Execute(folder, "CREATE TABLE Orders (Customer TEXT); CREATE VIEW Sent AS SELECT * FROM touchpoints WHERE status = 'Sent'");
        await using (
            TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<CrateLifecycle.First>(
                touchpoints => touchpoints.UseSqlite($"Data Source={folder.Database}"),
                new DateTimeOffset(2026, 1, 6, 21, 0, 0, TimeSpan.Zero)
            )
        )
        {
            IncomingEvent repeated = new()
            {
                Journey = "crate/7",
                Name = "packed",
                Id = "p1",
                Data = JsonSerializer.SerializeToElement(new { boxes = 3 }),
            };
            Assert.That((await host.RaiseAsync(repeated)).Outcome, Is.EqualTo(RaiseOutcome.Duplicate));
            Assert.That(
                (
                    await host.RaiseAsync(
                        new IncomingEvent
                        {
                            Journey = "crate/8",
                            Name = "packed",
                            Id = "p1",
                            Customer = new CustomerId("ben"),
                        }
                    )
                ).Outcome,
                Is.EqualTo(RaiseOutcome.Moved)
            );
            await host.AdvanceAsync(TimeSpan.FromDays(5));

            // What was paused stays paused; what was planned leaves; what had come early opens its journey.
            host.Sent.ShouldBe("crate-packed", "crate-shipped", "crate-tips");
        }

        Assert.That(
            Query(folder, "SELECT group_concat(version) FROM touchpoints_schema_version"),
            Is.EqualTo("1,2,3,4,5,7,8,9,10,11,12,13,14,15,16,17,18,19,20")
        );
        Assert.That(Query(folder, "SELECT count(*) FROM Sent"), Is.EqualTo("4"), "A host's view follows the table.");
        Assert.That(
            Query(folder, "SELECT max(version) FROM schema_version"),
            Is.EqualTo("5"),
            "The first release refuses the file from now on."
        );
    }

    [Test]
    public async Task Customers_of_a_file_before_contacts_move_over()
    {
        using var folder = new StoreFolder();
        Execute(folder, FirstRelease());
        await using SqliteTouchpointStore store = await folder.OpenAsync();
        CustomerRow ana = (await store.FindCustomerAsync("ana", default))!;
        JsonElement roles = JsonDocument.Parse(ana.Memory).RootElement.GetProperty("roles");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ana.Traits, Does.Contain("Etc/UTC"));
            Assert.That(roles.GetProperty("total").GetInt32(), Is.EqualTo(1));
            Assert.That(roles.GetProperty("newest")[0].GetProperty("journey").GetString(), Is.EqualTo("crate/7"));
            Assert.That(ana.Memory, Does.Not.Contain("contacts"), "What went out before is not counted.");
            Assert.That(await store.ReadCustomerJournalAsync("ana", default), Is.Empty);
        }
    }

    [Test]
    public async Task A_migration_that_is_cut_off_leaves_the_file_as_it_was()
    {
        using var folder = new StoreFolder();
        Execute(folder, FirstRelease());
        Execute(folder, "CREATE TABLE touchpoints_customer_journal (Name TEXT)");
        string before = Query(folder, "SELECT group_concat(name || sql, char(10)) FROM sqlite_schema");
        await using (SqliteTouchpointStore store = folder.Connect())
        {
            Assert.That(async () => await store.OpenAsync(default), Throws.TypeOf<StoreUnavailableException>());
        }

        Assert.That(Query(folder, "SELECT group_concat(name || sql, char(10)) FROM sqlite_schema"), Is.EqualTo(before));
        Execute(folder, "DROP TABLE touchpoints_customer_journal");
        await using SqliteTouchpointStore mended = await folder.OpenAsync();
        Assert.That(await mended.FindCustomerAsync("ana", default), Is.Not.Null);
    }

    [Test]
    public async Task A_file_that_was_brought_forward_has_the_tables_of_a_new_one()
    {
        using var fresh = new StoreFolder();
        await OpenedAsync(fresh);
        using var forward = new StoreFolder();
        Execute(forward, FirstRelease());
        await OpenedAsync(forward);
        const string Tables =
            "SELECT group_concat(type || ' ' || name || ' ' || sql, char(10)) FROM (SELECT * FROM sqlite_schema WHERE sql IS NOT NULL "
            + "AND name <> 'schema_version' ORDER BY name)";
        Assert.That(WithoutLayout(Query(forward, Tables)), Is.EqualTo(WithoutLayout(Query(fresh, Tables))));
    }

    /// <summary>A file that version 0.1.0 has written: a crate that waits, an early event, and a pause.</summary>
    internal static string FirstRelease()
    {
        using var reader = new StreamReader(typeof(MigrationTests).Assembly.GetManifestResourceStream("written-by-0.1.0.sql")!);
        return reader.ReadToEnd();
    }

    /// <summary>SQLite quotes what was renamed, and puts an added column at the end of its line.</summary>
    private static string WithoutLayout(string sql) => string.Concat(sql.Where(c => !char.IsWhiteSpace(c) && c != '"'));

    private static async Task<string> OpenedAsync(StoreFolder folder)
    {
        await (await folder.OpenAsync()).DisposeAsync();
        return Query(
            folder,
            "SELECT (SELECT group_concat(version || ' ' || script || ' ' || applied_at) FROM touchpoints_schema_version) || "
                + "group_concat(sql) FROM sqlite_schema"
        );
    }

    private static void Execute(StoreFolder folder, string sql) => Query(folder, sql);

    private static string Query(StoreFolder folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.Database};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are this file's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return $"{command.ExecuteScalar()}";
    }
}
