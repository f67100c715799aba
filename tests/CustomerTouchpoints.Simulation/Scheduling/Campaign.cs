using System.Collections.Concurrent;
using CustomerTouchpoints.Simulation.Hosting;
using CustomerTouchpoints.Simulation.Reporting;
using CustomerTouchpoints.Simulation.Shrinking;

namespace CustomerTouchpoints.Simulation.Scheduling;

/// <summary>Many seeds. Each runs on one thread from beginning to end; several run side by side and know nothing of each other.</summary>
internal static class Campaign
{
    /// <summary>Runs the seeds in order, as far as wanted, and returns what became of them in order.</summary>
    /// <param name="arguments">Which seeds, on which stores.</param>
    /// <param name="isEnough">Whether a result ends the campaign.</param>
    public static IReadOnlyList<RunResult> Over(Arguments arguments, Func<RunResult, bool> isEnough)
    {
        (long Seed, StoreKind Store)[] work =
        [
            .. Enumerable
                .Range(0, arguments.Seeds)
                .SelectMany(number => arguments.Stores.Select(store => (arguments.First + number, store))),
        ];
        var results = new ConcurrentDictionary<int, RunResult>();
        int next = -1;
        bool enough = false;
        Thread[] threads =
        [
            .. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Work, maxStackSize: 16 * 1024 * 1024)),
        ];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        return [.. results.OrderBy(result => result.Key).Select(result => result.Value)];

        void Work()
        {
            while (!Volatile.Read(ref enough) && Interlocked.Increment(ref next) is var number && number < work.Length)
            {
                results[number] = Run.Of(work[number].Seed, work[number].Store, Cut.Nothing);
                if (isEnough(results[number]))
                {
                    Volatile.Write(ref enough, true);
                }
            }
        }
    }
}
