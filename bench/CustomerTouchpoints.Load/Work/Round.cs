using System.Diagnostics;
using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Load.Contenders;

namespace CustomerTouchpoints.Load.Work;

/// <summary>One side's turn: every order's story, told by so many callers, until every message is durably marked sent.</summary>
/// <param name="PerSecond">How many events a second.</param>
/// <param name="ProcessorTime">What one event took of the processors, which other work on the machine disturbs less.</param>
/// <param name="Allocated">How many bytes of memory one event took from the heap.</param>
/// <param name="Latencies">How long each caller waited for each event to be durable.</param>
/// <param name="Rows">What was written.</param>
internal sealed record Round(double PerSecond, TimeSpan ProcessorTime, long Allocated, TimeSpan[] Latencies, DurableRows Rows)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<Round> RunAsync(IContender contender, int callers, int orders)
    {
        await contender.StartAsync();
        var latencies = new TimeSpan[orders * Story.Steps];
        int next = -1;
        TimeSpan used = Environment.CpuUsage.TotalTime;
        long allocated = GC.GetTotalAllocatedBytes();
        long started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(CallAsync)));
        while (contender.Sent < latencies.Length)
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException($"Of {latencies.Length} messages only {contender.Sent} were sent within {Patience}.");
            }

            await Task.Delay(1);
        }

        double perSecond = latencies.Length / Stopwatch.GetElapsedTime(started).TotalSeconds;
        used = (Environment.CpuUsage.TotalTime - used) / latencies.Length;
        allocated = (GC.GetTotalAllocatedBytes() - allocated) / latencies.Length;
        await contender.DisposeAsync();
        return new Round(perSecond, used, allocated, latencies, contender.Count());

        async Task CallAsync()
        {
            for (int order = Interlocked.Increment(ref next); order < orders; order = Interlocked.Increment(ref next))
            {
                for (int step = 0; step < Story.Steps; step++)
                {
                    long raised = Stopwatch.GetTimestamp();
                    await contender.RaiseAsync(order, step);
                    latencies[(order * Story.Steps) + step] = Stopwatch.GetElapsedTime(raised);
                }
            }
        }
    }
}
