using System.Globalization;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Sqlite.Tests.Engine;
using CustomerTouchpoints.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CustomerTouchpoints.Sqlite.Tests.Keeping;

/// <summary>What is finished leaves after its time, beside a writer that goes on, and the file stays as large as what is kept.</summary>
public sealed class RetentionTests
{
    [Test]
    public async Task A_finished_journey_leaves_a_tombstone_and_late_facts_are_closed()
    {
        using var folder = new StoreFolder();
        await using RunningHost host = await RunningHost.StartAsync(
            folder,
            touchpoints => touchpoints.Services.Configure<SqliteStoreOptions>(options => options.KeepFinished = TimeSpan.FromSeconds(2))
        );
        await host.RaiseAsync([ParcelLifecycle.Fact("packed", "1", "open", "ana")]);
        await host.RaiseAsync([ParcelLifecycle.Fact("packed", "1", "done", "ana"), ParcelLifecycle.Fact("delivered", "2", "done", "ana")]);
        const string Done = "(SELECT id FROM touchpoints_journeys WHERE key = 'done')";
        await Patience.UntilAsync(
            () => Ask(folder, $"SELECT count(*) FROM touchpoints_journal WHERE journey = {Done}") == 0,
            () => "the journal to go"
        );
        foreach (string table in (string[])["event_keys", "touchpoints", "parties"])
        {
            Assert.That(Ask(folder, $"SELECT count(*) FROM touchpoints_{table} WHERE journey = {Done}"), Is.Zero, table);
        }

        Assert.That(
            Ask(folder, "SELECT count(*) FROM touchpoints_event_data WHERE entry NOT IN (SELECT id FROM touchpoints_journal)"),
            Is.Zero
        );
        RaiseResult late = await host.Touchpoints.RaiseAsync(ParcelLifecycle.Fact("shipped", "late", "done", "ana"));
        RaiseResult repeat = await host.Touchpoints.RaiseAsync(ParcelLifecycle.Fact("packed", "1", "done", "ana"));
        RaiseResult open = await host.Touchpoints.RaiseAsync(ParcelLifecycle.Fact("packed", "1", "open", "ana"));
        Assert.That(
            (late.Outcome, repeat.Outcome, open.Outcome),
            Is.EqualTo((RaiseOutcome.Closed, RaiseOutcome.Closed, RaiseOutcome.Duplicate))
        );
        long remembered = Ask(folder, "SELECT length(memory) FROM touchpoints_journeys WHERE key = 'done'");
        TestContext.Out.WriteLine($"A tombstone remembers {remembered} characters.");
        await host.StopAsync();
        Assert.That(await SqliteStoreInspection.FindDamageAsync($"Data Source={folder.Database}"), Is.Null);
    }

    [Test]
    public async Task The_file_opens_again_after_its_newest_entries_have_left()
    {
        using var folder = new StoreFolder();
        await using (SqliteTouchpointStore store = await folder.OpenAsync())
        {
            await Some.CommitAsync(store, Orders.Finished(0, 50, Some.Noon));
            await store.Upkeep.PruneAsync(TimeSpan.Zero, default);
        }

        Assert.That(await SqliteStoreInspection.FindDamageAsync($"Data Source={folder.Database}"), Is.Null);
        await using SqliteTouchpointStore again = await folder.OpenAsync();
        Assert.That(again.Setback, Is.Null);
        await Some.CommitAsync(again, Orders.Finished(50, 1, Some.Noon));
        Assert.That(await again.ReadJournalAsync(null, 1000, default), Has.Count.EqualTo(Orders.Entries));
        Assert.That(await again.ReadHighWaterMarkAsync(default), Is.EqualTo(Some.Noon), "A host on a clock of its own goes on there.");
    }

    [Test]
    public async Task A_writer_goes_on_beside_it_and_nothing_is_damaged()
    {
        using var folder = new StoreFolder();
        await using (SqliteTouchpointStore store = folder.Connect(options => options.KeepFinished = TimeSpan.Zero))
        {
            await store.OpenAsync(default);
            for (int i = 0; i < 300; i++)
            {
                await Some.CommitAsync(store, Orders.Finished(i * 10, 10, Some.Noon.AddMinutes(i)));
                await Some.CommitAsync(store, Some.Journeys($"order/open-{i}"));
                if (i % 20 == 0)
                {
                    await Task.Delay(60);
                }
            }

            await Patience.UntilAsync(
                () => Ask(folder, "SELECT count(*) FROM touchpoints_event_data") == 0,
                () => "what is finished to leave"
            );
            Assert.That(await store.ReadJournalAsync(null, 1000, default), Has.Count.EqualTo(300), "What is open stays.");
        }

        Assert.That(await SqliteStoreInspection.FindDamageAsync($"Data Source={folder.Database}"), Is.Null);
    }

    [TestCase("DELETE FROM touchpoints_touchpoints WHERE journey = 1")]
    [TestCase("DELETE FROM touchpoints_event_keys WHERE journey = 1")]
    [TestCase("DELETE FROM touchpoints_parties WHERE journey = 1")]
    [TestCase("DELETE FROM touchpoints_journal WHERE journey = 1 AND sequence = 2")]
    [TestCase("UPDATE touchpoints_journeys SET memory = '[]' WHERE id = 1")]
    public async Task What_has_lost_something_is_not_buried_with_it(string damage)
    {
        using var folder = new StoreFolder();
        await using (SqliteTouchpointStore store = await folder.OpenAsync())
        {
            await Some.CommitAsync(store, Orders.Finished(0, 3, Some.Noon));
        }

        Ask(folder, damage);
        long before = Ask(folder, "SELECT count(*) FROM touchpoints_journal");
        await using SqliteTouchpointStore again = await folder.OpenAsync();
        Assert.That(
            async () => await again.Upkeep.PruneAsync(TimeSpan.Zero, default),
            Throws.TypeOf<StoreUnavailableException>().With.Message.Contains("damaged")
        );
        Assert.That(Ask(folder, "SELECT count(*) FROM touchpoints_journal"), Is.EqualTo(before));
        await Some.CommitAsync(again, Some.Journeys("order/after"));
    }

    [Test]
    public async Task Free_pages_go_back_to_the_disk_in_small_steps()
    {
        using var folder = new StoreFolder();
        await using (SqliteTouchpointStore store = folder.Connect(options => options.KeepFinished = TimeSpan.FromDays(1)))
        {
            await store.OpenAsync(default);
            await Some.CommitAsync(store, Orders.Finished(0, 2000, Some.Noon));
            long full = Pages(store);
            await store.Upkeep.PruneAsync(TimeSpan.Zero, default);
            Assert.That(Pages(store), Is.LessThan(full / 3));
            await Some.CommitAsync(store, Orders.Finished(2000, 10, Some.Noon));
        }

        Assert.That(await SqliteStoreInspection.FindDamageAsync($"Data Source={folder.Database}"), Is.Null);
    }

    /// <summary>A year of 1,000 orders a day is for the night: RETENTION_DAYS=365 RETENTION_ORDERS=1000.</summary>
    [Test]
    public async Task A_year_of_orders_leaves_the_file_as_large_as_what_is_kept()
    {
        int days = Number("RETENTION_DAYS", 120);
        int orders = Number("RETENTION_ORDERS", 40);
        const int Kept = 20;
        using var folder = new StoreFolder();
        var clock = new FakeTimeProvider(Some.Noon);
        var options = new SqliteStoreOptions
        {
            ConnectionString = $"Data Source={folder.Database}",
            KeepFinished = TimeSpan.FromDays(400),
            Synchronous = SqliteSynchronous.Normal,
        };
        List<long> sizes = [];
        await using (var store = new SqliteTouchpointStore(options, TimeProvider.System, clock))
        {
            await store.OpenAsync(default);
            for (int day = 0; day < days; day++)
            {
                clock.SetUtcNow(Some.Noon.AddDays(day));
                await Some.CommitAsync(store, Orders.Finished(day * orders, orders, clock.GetUtcNow()));
                await store.Upkeep.PruneAsync(TimeSpan.FromDays(Kept), default);
                sizes.Add(Pages(store));
            }
        }

        long perDay = (sizes[^1] - sizes[Kept + 5]) * 4096 / (days - Kept - 5) / orders;
        TestContext.Out.WriteLine(
            $"{days} days of {orders} orders, {Kept} kept: {sizes[Kept + 5] * 4} KiB after {Kept + 5} days, "
                + $"{sizes[^1] * 4} KiB at the end; "
                + $"{perDay} bytes for each tombstone; without retention some {sizes[Kept - 1] * 4L * days / Kept} KiB"
        );
        Assert.That(perDay, Is.LessThan(350), "Nothing but a tombstone stays of an order.");
        Assert.That(await SqliteStoreInspection.FindDamageAsync($"Data Source={folder.Database}"), Is.Null);
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int number) ? number : otherwise;

    private static long Pages(SqliteTouchpointStore store) => Some.Number(store.Writer, "PRAGMA page_count");

    private static long Ask(StoreFolder folder, string sql)
    {
        using SqliteConnection connection = folder.ConnectHost();
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long number ? number : 0;
    }
}
