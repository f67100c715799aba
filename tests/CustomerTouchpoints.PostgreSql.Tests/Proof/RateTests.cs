using System.Diagnostics;
using CustomerTouchpoints.PostgreSql.Tests.Servers;

namespace CustomerTouchpoints.PostgreSql.Tests.Proof;

/// <summary>
/// Three processes on one server send at one rate together, counted where their messages arrive: never one more in any second, wherever it
/// begins, also when hosts are killed with tokens in hand. How much of the rate is used depends on the machine: it is printed, 96 % where
/// nothing else runs, and held to half here.
/// </summary>
public sealed class RateTests
{
    private const int Most = 40;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test]
    public async Task Three_hosts_never_exceed_a_rate_by_one_and_make_use_of_it()
    {
        using var receiver = new Receiver();
        using var schema = new StoreSchema(SharedCluster.Server);
        ChildHost[] hosts = await StartAsync(schema, receiver);
        try
        {
            await RaiseAsync(hosts, 1_200);
            int before = receiver.Arrivals.Count + Most;
            await Patience.UntilAsync(
                () => receiver.Arrivals.Count >= before + (Most * 21),
                () => $"{receiver.Arrivals.Count} arrivals",
                seconds: 120
            );

            long[] arrivals = [.. receiver.Arrivals.Select(arrival => arrival.At).Order()];
            TimeSpan[] after = [.. arrivals.Select(at => Stopwatch.GetElapsedTime(arrivals[0], at))];
            int sent = after.Count(at => at >= after[before] && at < after[before] + TimeSpan.FromSeconds(20));
            await TestContext.Out.WriteLineAsync(
                string.Join(' ', after.GroupBy(at => (int)at.TotalSeconds).Select(one => one.Count()))
                    + $"\nat most {MostWithin(after)} in a second; {sent} in 20 seconds are {sent * 100.0 / (20 * Most):F1} %"
            );
            Assert.Multiple(() =>
            {
                Assert.That(MostWithin(after), Is.LessThanOrEqualTo(Most));
                Assert.That(sent, Is.GreaterThanOrEqualTo(20 * Most / 2));
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
            await TestContext.Out.WriteLineAsync(
                $"at most {MostWithin(after)} in a second; {arrivals.Length} in {after[^1].TotalSeconds:F1} s"
            );
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
            "5000",
            $"{receiver.Port}",
            $"{Most}/1000"
        );

    /// <summary>Raises each fact until it is acknowledged, a few at a time.</summary>
    private static Task RaiseAsync(ChildHost[] hosts, int parcels) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, parcels),
            new ParallelOptions { MaxDegreeOfParallelism = 48 },
            async (i, _) =>
            {
                string? outcome = null;
                for (int tries = 0; outcome is null or ['!', ..]; tries++)
                {
                    Assert.That(tries, Is.LessThan(20), outcome);
                    outcome = await hosts[i % hosts.Length].RaiseAsync("packed", $"{i}", $"customer-{i}", TimeSpan.FromSeconds(20));
                }
            }
        );

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
