using System.Diagnostics;
using CustomerTouchpoints.Load.Stores;
using CustomerTouchpoints.Load.Works;

namespace CustomerTouchpoints.Load.Growth;

/// <summary>How fast a store still is when many journeys are open in it: one place grows, and is measured at each size.</summary>
internal sealed class GrowthRun(LoadOptions options)
{
    private const int Templates = 1000;
    private const int Callers = 512;
    private const int Repeats = 3;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    /// <summary>New orders, and scans: each number is used once.</summary>
    private int numbers;

    public async Task RunAsync(Store store)
    {
        await using Place place = await store.NewPlaceAsync();
        ICopier copier = store is SqliteStore ? new SqliteCopier(place) : new PostgreSqlCopier(place);
        await new StepRound(Templates, Steps: 4, UnitsEach: 4, MessagesEach: 4).RunAsync(new GrowingHost(place, options.Slots), callers: 1);
        Say($"growth, {store.Name}; medians of {Repeats} rounds of {options.Seconds:N0} s, {Callers} callers");
        Say(
            $"{"open", 9} {"journal", 10} {"new/s", 8} {"existing/s", 10} {"p99 ms", 7} {"idle %", 6} {"peak MB", 7} {"kB/event", 8} "
                + $"{"B/journey", 9} {"filled s", 8}"
        );
        // The templates stay as they are: each further generation is a copy of them.
        var generations = new List<int>();
        foreach (int size in options.Sizes)
        {
            long started = Stopwatch.GetTimestamp();
            if (size / Templates - generations.Count is var copies and > 0)
            {
                CopyRange made = await copier.CopyAsync(Templates, copies);
                generations.AddRange(Enumerable.Range(made.From, made.To - made.From + 1));
            }

            TimeSpan filled = Stopwatch.GetElapsedTime(started);
            (long journeys, long journal, long bytes) = await copier.SizeAsync();
            PeakMemory.Forget();
            await using var host = new GrowingHost(place, options.Slots);
            await host.StartAsync();
            (double scanned, double late, double allocated) = await MedianAsync(
                host,
                random =>
                    host.ScanAsync(
                        GrowingHost.Seed(random.Next(Templates), generations[random.Next(generations.Count)]),
                        Interlocked.Increment(ref numbers)
                    )
            );
            (double opened, _, _) = await MedianAsync(host, _ => host.OpenAsync(Interlocked.Increment(ref numbers)));
            TimeSpan before = Environment.CpuUsage.TotalTime;
            await Task.Delay(Idle);
            double idle = (Environment.CpuUsage.TotalTime - before) / Idle;
            Say(
                $"{journeys, 9:N0} {journal, 10:N0} {opened, 8:N0} {scanned, 10:N0} {late, 7:N1} {idle, 6:P2} "
                    + $"{PeakMemory.Megabytes(), 7:N0} {allocated / 1000, 8:N1} {bytes / journeys, 9:N0} {filled.TotalSeconds, 8:N0}"
            );
        }
    }

    /// <summary>The rate, how long an event waits at worst, and what it allocates.</summary>
    private async Task<(double PerSecond, double P99, double Bytes)> MedianAsync(GrowingHost host, Func<Random, Task> raise)
    {
        var rounds = new List<(double PerSecond, double P99, double Bytes)>();

        // What is compiled and cached on the way does not count.
        await WarmingUp.RunAsync(() => RoundAsync(host, raise), options.WarmUp);
        for (int i = 0; i < Repeats; i++)
        {
            rounds.Add(await RoundAsync(host, raise));
        }

        return rounds.OrderBy(round => round.PerSecond).ElementAt(Repeats / 2);
    }

    private async Task<(double PerSecond, double P99, double Bytes)> RoundAsync(GrowingHost host, Func<Random, Task> raise)
    {
        int before = host.Sent;
        var used = new Used();
        long started = Stopwatch.GetTimestamp();
        List<TimeSpan>[] latencies = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => CallAsync(caller))));
        int raised = latencies.Sum(of => of.Count);
        while (host.Sent - before < raised)
        {
            await Task.Delay(1);
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
        TimeSpan[] sorted = [.. latencies.SelectMany(of => of).Order()];
        return (raised / elapsed.TotalSeconds, sorted[(int)(sorted.Length * 0.99)].TotalMilliseconds, used.AllocatedPer(raised));

        async Task<List<TimeSpan>> CallAsync(int caller)
        {
            var random = new Random(caller);
            var waited = new List<TimeSpan>();
            while (Stopwatch.GetElapsedTime(started).TotalSeconds < options.Seconds)
            {
                long asked = Stopwatch.GetTimestamp();
                await raise(random);
                waited.Add(Stopwatch.GetElapsedTime(asked));
            }

            return waited;
        }
    }

    private static void Say(string line) => Console.WriteLine(line);
}
