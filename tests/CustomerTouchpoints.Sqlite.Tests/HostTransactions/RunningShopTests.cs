using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Sqlite.Tests.Engine;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Sqlite.Tests.HostTransactions;

/// <summary>Hosts' transactions beside a writer that runs by the clock.</summary>
public sealed class RunningShopTests
{
    private const int Callers = 8;
    private const int Each = 15;

    [Test]
    public async Task Concurrent_transactions_and_concurrent_raises_lose_nothing_and_tell_each_once()
    {
        using var shop = new Shop();
        await using RunningHost host = await RunningHost.StartAsync(shop.Folder);
        Task[] enlisting =
        [
            .. Enumerable
                .Range(0, Callers)
                .Select(caller =>
                    Task.Run(async () =>
                    {
                        for (int i = 0; i < Each; i++)
                        {
                            // Every third is rolled back; each fact that is enlisted is raised by somebody else as well.
                            await shop.PlaceAsync(host.Touchpoints, $"enlisted-{caller}-{i}", commit: i % 3 != 2);
                            await shop.PlaceAsync(host.Touchpoints, $"both-{caller}-{i}");
                        }
                    })
                ),
        ];
        Task[] raising =
        [
            .. Enumerable
                .Range(0, Callers)
                .Select(caller =>
                    Task.Run(async () =>
                    {
                        for (int i = 0; i < Each; i++)
                        {
                            await host.Touchpoints.RaiseAsync(ParcelLifecycle.Fact("packed", "1", $"raised-{caller}-{i}", "ana"));
                            await host.Touchpoints.RaiseAsync(ParcelLifecycle.Fact("packed", "1", $"both-{caller}-{i}", "ana"));
                        }
                    })
                ),
        ];
        await Task.WhenAll([.. enlisting, .. raising]);
        await EmptyAsync(shop);
        await host.StopAsync();

        string[] expected =
        [
            .. from caller in Enumerable.Range(0, Callers)
            from i in Enumerable.Range(0, Each)
            from kind in (string[])(i % 3 != 2 ? ["enlisted", "both", "raised"] : ["both", "raised"])
            select $"{kind}-{caller}-{i}",
        ];
        Assert.That(
            shop.Ask("SELECT count(*) || ' ' || sum(outcome = 'Moved') FROM touchpoints_journal WHERE kind = 'event'"),
            Is.EqualTo($"{expected.Length} {expected.Length}")
        );
        Assert.That(shop.Ask("SELECT count(*) FROM orders"), Is.EqualTo($"{Callers * Each * 5 / 3}"));
        Assert.That(host.Channel.Attempts.Select(message => message.Touchpoint.Journey.Key), Is.Unique.And.SubsetOf(expected));
    }

    [Test]
    public async Task A_committed_fact_is_told_without_a_hint()
    {
        using var shop = new Shop();
        await using RunningHost host = await RunningHost.StartAsync(shop.Folder);
        await shop.PlaceAsync(host.Touchpoints, "7");
        await Patience.UntilAsync(() => host.Channel.Sent.Count > 0, () => "the message", seconds: 30);
        Assert.That(host.Channel.Sent.Single().Touchpoint.Journey, Is.EqualTo((JourneyId)"parcel/7"));
    }

    [Test]
    public async Task A_fact_waits_while_the_host_holds_the_writer_for_longer_than_the_writer_waits()
    {
        using var shop = new Shop();
        await using RunningHost host = await RunningHost.StartAsync(
            shop.Folder,
            touchpoints =>
                touchpoints.UseSqlite(sqlite =>
                {
                    sqlite.ConnectionString = $"Data Source={shop.Folder.Database}";
                    sqlite.BusyTimeout = TimeSpan.FromMilliseconds(20);
                })
        );
        await shop.PlaceAsync(host.Touchpoints, "7");
        using (SqliteConnection connection = shop.Connect())
        using (SqliteTransaction transaction = connection.BeginTransaction())
        {
            // Another caller fails meanwhile, and says why; what was enlisted waits.
            Assert.That(
                () => host.RaiseAsync([ParcelLifecycle.Fact("packed", "1", "8", "ana")]),
                Throws.Exception.With.Message.Contains("EnlistAsync")
            );
            transaction.Rollback();
        }

        await EmptyAsync(shop);
        Assert.That(shop.Ask("SELECT group_concat(key) FROM touchpoints_journeys"), Is.EqualTo("7"));
    }

    /// <summary>Waits until everything that was committed has been taken.</summary>
    private static Task EmptyAsync(Shop shop) =>
        Patience.UntilAsync(() => shop.Ask("SELECT count(*) FROM touchpoints_intake") == "0", () => "the intake to be empty");
}
