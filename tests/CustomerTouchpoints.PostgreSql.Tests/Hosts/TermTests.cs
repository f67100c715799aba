using CustomerTouchpoints.PostgreSql.Hosts;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tests.Hosts;

/// <summary>Terms and leases, by the database's clock and nobody else's.</summary>
public sealed class TermTests
{
    private const string Passed = "UPDATE hosts SET lease_until = clock_timestamp() - interval '1 hour' WHERE term = 1";
    private static readonly BatchKeys Keys = new([new JourneyId("order", "1")], [], []);

    [Test]
    public async Task Nobody_ends_a_term_while_a_batch_under_it_is_open()
    {
        using var schema = new StoreSchema();
        await using PostgreSqlTouchpointStore one = await schema.OpenAsync();
        await using var database = new Database(schema.Options());
        await using NpgsqlConnection other = await database.OpenLifeAsync(default);
        IStoreBatch batch = await one.BeginAsync(Keys, default);
        schema.Execute(Passed);
        Assert.That(await HostTable.EndOthersAsync(other, 99, null, default), Is.Zero);
        await batch.DisposeAsync();
        schema.Execute(Passed);
        Assert.That(await HostTable.EndOthersAsync(other, 99, null, default), Is.EqualTo(1));

        IStoreBatch next = await one.BeginAsync(Keys, default);
        await using (next)
        {
            Assert.That((next.Term, next.HasEnded(1), next.HasEnded(next.Term)), Is.EqualTo((2, true, false)));
        }

        Assert.That((one.MayBegin(1), one.MayBegin(2)), Is.EqualTo((false, true)));
    }

    [TestCase(-3)]
    [TestCase(3)]
    public async Task A_host_whose_clock_is_hours_off_lives_as_long_and_sees_the_same_time_as_the_others(int hours)
    {
        using var schema = new StoreSchema();
        await using PostgreSqlTouchpointStore right = await schema.OpenAsync();
        await using var wrong = new PostgreSqlTouchpointStore(schema.Options(), new WrongClock(TimeSpan.FromHours(hours)));
        Assert.That(await wrong.OpenAsync(default), Is.EqualTo(2));
        Assert.That(
            schema.Ask<double>("SELECT extract(epoch FROM lease_until - clock_timestamp())::float8 FROM hosts WHERE term = 2"),
            Is.InRange(10, 15)
        );
        Assert.That(Math.Abs((wrong.Time!.GetUtcNow() - right.Time!.GetUtcNow()).TotalSeconds), Is.LessThan(1));
        await using var database = new Database(schema.Options());
        await using NpgsqlConnection connection = await database.OpenLifeAsync(default);
        Assert.That(await HostTable.EndOthersAsync(connection, 2, null, default), Is.Zero, "its beat ends nobody");
        Assert.That((right.MayBegin(1), wrong.MayBegin(2)), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task Batches_of_hosts_that_want_the_same_in_any_order_never_wait_in_a_circle()
    {
        // A server of its own, because it counts the circles that it had to break.
        using Cluster server = Cluster.Start();
        using var schema = new StoreSchema(server);
        PostgreSqlTouchpointStore[] stores = [await schema.OpenAsync(), await schema.OpenAsync()];
        BatchWrites all = new()
        {
            NewJourneys = [.. Enumerable.Range(0, 40).Select(i => Journey($"{i}"))],
            Journal = [.. Enumerable.Range(0, 40).Select(i => Entry($"{i}"))],
            Customers = [.. Enumerable.Range(0, 40).Select(i => new CustomerRow($"{i}", "{}"))],
        };
        BatchKeys keys = new([.. all.NewJourneys.Select(row => row.Id)], [], [.. all.Customers.Select(row => row.Id)]);
        IStoreBatch batch = await stores[0].BeginAsync(keys, default);
        await batch.CommitAsync(all, default);
        await batch.DisposeAsync();

        async Task WantAsync(PostgreSqlTouchpointStore store, BatchKeys wanted)
        {
            for (int i = 0; i < 100; i++)
            {
                await (await store.BeginAsync(wanted, default)).DisposeAsync();
            }
        }

        // Each kind by itself: whoever holds the customers of the other lets it come no further.
        BatchKeys reversed = new([.. keys.Journeys.Reverse()], [], [.. keys.Customers.Reverse()]);
        await Task.WhenAll(WantAsync(stores[0], keys with { Customers = [] }), WantAsync(stores[1], reversed with { Customers = [] }));
        await Task.WhenAll(WantAsync(stores[0], keys with { Journeys = [] }), WantAsync(stores[1], reversed with { Journeys = [] }));
        await Task.WhenAll(WantAsync(stores[0], keys), WantAsync(stores[1], reversed));

        // And of those that do not exist.
        async Task WantNewAsync(PostgreSqlTouchpointStore store, bool reverse)
        {
            for (int i = 0; i < 100; i++)
            {
                JourneyId[] ids = [.. Enumerable.Range(0, 20).Select(n => new JourneyId("new", $"{n}"))];
                await (await store.BeginAsync(new BatchKeys(reverse ? [.. ids.Reverse()] : ids, [], []), default)).DisposeAsync();
            }
        }

        await Task.WhenAll(WantNewAsync(stores[0], reverse: false), WantNewAsync(stores[1], reverse: true));
        foreach (PostgreSqlTouchpointStore store in stores)
        {
            await store.DisposeAsync();
        }

        Assert.That(server.Ask<long>("SELECT deadlocks FROM pg_stat_database WHERE datname = 'postgres'"), Is.Zero);
    }

    private static JourneyRow Journey(string key) =>
        new()
        {
            Id = new("order", key),
            Version = 1,
            Standing = "open",
            Sequence = 1,
            CreatedAt = DateTimeOffset.UnixEpoch,
            Memory = "{}",
            Data = "{}",
        };

    private static JournalRow Entry(string key) =>
        new()
        {
            Journey = new("order", key),
            Sequence = 1,
            RecordedAt = DateTimeOffset.UnixEpoch,
            OccurredAt = DateTimeOffset.UnixEpoch,
            Kind = "event",
            Name = "order.placed",
            Outcome = "Moved",
            Reason = "",
            Changes = "{}",
        };

    /// <summary>The system's clock, some hours off.</summary>
    private sealed class WrongClock(TimeSpan off) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + off;
    }
}
