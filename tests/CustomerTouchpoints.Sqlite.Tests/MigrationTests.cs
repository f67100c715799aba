using CustomerTouchpoints.Sqlite.Migrations;
using CustomerTouchpoints.Storage;
using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Sqlite.Tests;

public sealed class MigrationTests
{
    [Test]
    public async Task An_empty_file_is_brought_to_the_newest_version_once()
    {
        using var folder = new StoreFolder();
        string first = await OpenedAsync(folder);
        Assert.That(first, Does.StartWith("1 0001-layout.sql").And.Contain("CREATE TABLE journeys"));
        Assert.That(await OpenedAsync(folder), Is.EqualTo(first));
    }

    [Test]
    public async Task A_newer_schema_is_refused()
    {
        using var folder = new StoreFolder();
        await OpenedAsync(folder);
        Execute(folder, $"INSERT INTO schema_version VALUES ({Schema.Newest + 1}, 'from the future', 0)");
        await using SqliteTouchpointStore store = folder.Connect();
        Assert.That(
            async () => await store.OpenAsync(default),
            Throws.TypeOf<StoreUnavailableException>()
                .With.Message.Contains(folder.Database)
                .And.Message.Contains($"schema version {Schema.Newest + 1}")
                .And.Message.Contains("Update CustomerTouchpoints.Sqlite"));
        Assert.That(Query(folder, "SELECT term FROM store"), Is.EqualTo("1"), "A refused file is left as it was.");
    }

    [Test]
    public async Task Tables_of_somebody_else_are_left_alone()
    {
        using var folder = new StoreFolder();
        Execute(folder, "CREATE TABLE Customers (Name TEXT)");
        await using SqliteTouchpointStore store = folder.Connect();
        Assert.That(
            async () => await store.OpenAsync(default),
            Throws.TypeOf<StoreUnavailableException>().With.Message.Contains("customers").And.Message.Contains("a file of its own"));
        Assert.That(Query(folder, "SELECT group_concat(name) FROM sqlite_schema"), Is.EqualTo("Customers"));
    }

    private static async Task<string> OpenedAsync(StoreFolder folder)
    {
        await (await folder.OpenAsync()).DisposeAsync();
        return Query(
            folder,
            "SELECT (SELECT group_concat(version || ' ' || script || ' ' || applied_at) FROM schema_version) || group_concat(sql) FROM sqlite_schema");
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
