using CustomerTouchpoints.PostgreSql.Migrations;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tests;

/// <summary>Places in the journal of all journeys grow with what is committed, whatever transactions and servers do.</summary>
public sealed class JournalPlaceTests
{
    [Test]
    public async Task What_is_committed_out_of_turn_holds_back_what_came_after_it_and_is_not_missed()
    {
        using var schema = new StoreSchema();
        await using PostgreSqlTouchpointStore store = await schema.OpenAsync();
        schema.Execute(Journeys);
        await using NpgsqlConnection slow = await OpenAsync(schema);
        await using NpgsqlConnection fast = await OpenAsync(schema);
        await using NpgsqlTransaction first = await slow.BeginTransactionAsync();
        await RunAsync(slow, Entry(1));
        await RunAsync(fast, Entry(2));

        // The second is committed, and the first has the smaller place: the second is not shown before the first is decided.
        Assert.That(await ReadAsync(store, null), Is.Empty);
        await using NpgsqlTransaction third = await fast.BeginTransactionAsync();
        await RunAsync(fast, Entry(3));
        await first.CommitAsync();
        IReadOnlyList<PlacedEntry> read = await ReadAsync(store, null);
        Assert.That(Keys(read), Is.EqualTo(["1", "2"]));
        await third.RollbackAsync();
        await RunAsync(slow, Entry(4));
        Assert.That(Keys(await ReadAsync(store, read[^1].Place)), Is.EqualTo(["4"]));
    }

    [Test]
    public async Task A_database_that_was_restored_elsewhere_goes_on_behind_what_is_there()
    {
        using var schema = new StoreSchema();
        await (await schema.OpenAsync()).DisposeAsync();
        schema.Execute($"{Journeys}; {Entry(1)}; {Entry(2)}; UPDATE journal SET place = place + 1000000000");
        await using PostgreSqlTouchpointStore store = await schema.OpenAsync();
        IReadOnlyList<PlacedEntry> restored = await ReadAsync(store, null);
        Assert.That(Keys(restored), Is.EquivalentTo(["1", "2"]));
        schema.Execute(Entry(3));
        Assert.That(Keys(await ReadAsync(store, restored[^1].Place)), Is.EqualTo(["3"]));
    }

    [Test]
    public async Task What_was_written_before_entries_had_places_comes_first_and_hosts_that_know_of_none_go_on()
    {
        using var schema = new StoreSchema();
        await using (NpgsqlConnection connection = await OpenAsync(schema))
        {
            await Schema.MigrateAsync(connection, schema.Name, mayChange: true, [Script.All[0]], default);
        }

        schema.Execute($"{Journeys}; {Entry(2)}; {Entry(1)}");
        await using PostgreSqlTouchpointStore store = await schema.OpenAsync();
        schema.Execute(Entry(3));
        IReadOnlyList<PlacedEntry> read = await ReadAsync(store, null);
        Assert.That(Keys(read), Is.EqualTo(["1", "2", "3"]));
        Assert.That(Keys(await ReadAsync(store, read[0].Place)), Is.EqualTo(["2", "3"]));
    }

    private static string Journeys =>
        "INSERT INTO journeys SELECT i, 'order', i::text, 1, 1, 'shipped', 'open', 1, now(), NULL, NULL, NULL, NULL, '{}', '{}' "
        + "FROM generate_series(1, 4) i";

    /// <summary>The statement of a host that says nothing of places.</summary>
    private static string Entry(int journey) =>
        "INSERT INTO journal (journey, sequence, recorded_at, occurred_at, kind, name, outcome, reason, changes) "
        + $"VALUES ({journey}, 1, now(), now(), 'event', 'e', 'Moved', '', '{{}}')";

    private static async Task<IReadOnlyList<PlacedEntry>> ReadAsync(PostgreSqlTouchpointStore store, string? after) =>
        await store.ReadJournalAsync(after, 100, default);

    private static IEnumerable<string> Keys(IEnumerable<PlacedEntry> read) => read.Select(placed => placed.Entry.Journey.Key);

    private static async Task<NpgsqlConnection> OpenAsync(StoreSchema schema)
    {
        NpgsqlConnection connection = schema.ConnectHost();
        await connection.OpenAsync();
        await RunAsync(connection, $"SET search_path = {schema.Name}");
        return connection;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
