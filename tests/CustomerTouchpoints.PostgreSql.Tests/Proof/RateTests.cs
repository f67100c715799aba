using System.Diagnostics;
using CustomerTouchpoints.PostgreSql.Tests.Servers;

namespace CustomerTouchpoints.PostgreSql.Tests.Proof;

/// <summary>
/// Three processes on one server send at one rate together, counted where their messages arrive: never one more in any second, wherever it
/// begins, also when hosts are killed with tokens in hand; and hardly less.
/// </summary>
public sealed class RateTests
{
    private const int Most = 40;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test]
    public async Task Three_hosts_never_exceed_a_rate_by_one_and_use_nearly_all_of_it()
    {
        using var receiver = new Receiver();
        using var schema = new StoreSchema(SharedCluster.Server);
        ChildHost[] hosts = await StartAsync(schema, receiver);
        try
        {
            await RaiseAsync(hosts, 1_000);
            await Patience.UntilAsync(() => receiver.Arrivals.Count >= Most * 22, () => $"{receiver.Arrivals.Count} arrivals", seconds: 60);

            long[] arrivals = [.. receiver.Arrivals.Select(arrival => arrival.At).Order()];
            TimeSpan[] after = [.. arrivals.Select(at => Stopwatch.GetElapsedTime(arrivals[0], at))];
            int sent = after.Count(at => at < TimeSpan.FromSeconds(20));
            await TestContext.Out.WriteLineAsync(
                $"at most {MostWithin(after)} in a second; {sent} in 20 seconds are {sent * 100.0 / (20 * Most):F1} %"
            );
            Assert.Multiple(() =>
            {
                Assert.That(MostWithin(after), Is.EqualTo(Most));
                Assert.That(sent, Is.GreaterThanOrEqualTo(20 * Most * 95 / 100));
            });
        }
        finally
        {
            Array.ForEach(hosts, host => host.Dispose());
        }
    }

    [Test]
    public async Task Hosts_that_are_killed_and_come_back_do_not_exceed_it_either()
    {
        using var receiver = new Receiver();
        using var schema = new StoreSchema(SharedCluster.Server);
        ChildHost[] hosts = await StartAsync(schema, receiver);
        try
        {
            await RaiseAsync(hosts, 600);
            for (int round = 0; round < 5; round++)
            {
                int enough = receiver.Arrivals.Count + (Most / 2) + round;
                await Patience.UntilAsync(() => receiver.Arrivals.Count >= enough, () => "more arrivals", seconds: 60);
                hosts[round % 3].Kill();
                hosts[round % 3].Dispose();
                hosts[round % 3] = Start(schema, receiver);
                await hosts[round % 3].ReadyAsync();
                await Task.Delay(200);
            }

            await Patience.UntilAsync(
                () => receiver.Arrivals.Select(arrival => arrival.Touchpoint).Distinct().Count() >= 600,
                () => $"{receiver.Arrivals.Count} arrivals",
                seconds: 90
            );
            long[] arrivals = [.. receiver.Arrivals.Select(arrival => arrival.At).Order()];
            TimeSpan[] after = [.. arrivals.Select(at => Stopwatch.GetElapsedTime(arrivals[0], at))];
            await TestContext.Out.WriteLineAsync($"at most {MostWithin(after)} in a second; {arrivals.Length} in {after[^1].TotalSeconds:F1} s");
            Assert.That(MostWithin(after), Is.LessThanOrEqualTo(Most));
        }
        finally
        {
            Array.ForEach(hosts, host => host.Dispose());
        }
    }

    private static async Task<ChildHost[]> StartAsync(StoreSchema schema, Receiver receiver)
    {
        ChildHost[] hosts = [.. Enumerable.Range(0, 3).Select(_ => Start(schema, receiver))];
        await Task.WhenAll(hosts.Select(host => host.ReadyAsync()));

        // Their clocks differ by minutes.
        hosts[1].MoveClock(TimeSpan.FromMinutes(3));
        hosts[2].MoveClock(TimeSpan.FromMinutes(-3));
        return hosts;
    }

    private static ChildHost Start(StoreSchema schema, Receiver receiver) =>
        ChildHost.Start(
            ChildHost.ThisBuild,
            SharedCluster.Server.ConnectionString,
            schema.Name,
            "2000",
            $"{receiver.Port}",
            $"{Most}/1000"
        );

    private static async Task RaiseAsync(ChildHost[] hosts, int parcels)
    {
        string?[] outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, parcels)
                .Select(i => hosts[i % hosts.Length].RaiseAsync("packed", $"{i}", $"customer-{i}", TimeSpan.FromSeconds(60)))
        );
        Assert.That(outcomes, Is.All.EqualTo("Moved"));
    }

    private static int MostWithin(TimeSpan[] after)
    {
        int most = 0;
        for (int first = 0, last = 0; first < after.Length; first++)
        {
            for (; last < after.Length && after[last] - after[first] < Second; last++) { }

            most = Math.Max(most, last - first);
        }

        return most;
    }
}
