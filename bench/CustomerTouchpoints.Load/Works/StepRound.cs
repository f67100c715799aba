using System.Diagnostics;
using CustomerTouchpoints.Load.Contenders;

namespace CustomerTouchpoints.Load.Works;

/// <summary>Every subject's story, told by so many callers, until every message is durably marked sent.</summary>
/// <param name="Subjects">How many orders, or questions.</param>
/// <param name="Steps">How many events each has.</param>
/// <param name="UnitsEach">How many units each counts for.</param>
/// <param name="MessagesEach">How many messages each sends.</param>
internal sealed record StepRound(int Subjects, int Steps, int UnitsEach, int MessagesEach)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Whether no subject's next step is taken before all have taken this one; rows are then counted after each.</summary>
    public bool IsPhased { get; init; }

    public async Task<Round> RunAsync(IContender contender, int callers)
    {
        await contender.StartAsync();
        var latencies = new TimeSpan[Subjects * Steps];
        var counted = new List<RowCount>();
        var used = new Used();
        long started = Stopwatch.GetTimestamp();
        if (IsPhased)
        {
            for (int step = 0; step < Steps - 1; step++)
            {
                await CallAllAsync(step, step + 1);
                counted.AddRange((await contender.CountAsync()).Counts);
            }
        }

        await CallAllAsync(IsPhased ? Steps - 1 : 0, Steps);
        while (contender.Sent < Subjects * MessagesEach)
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException($"Of {Subjects * MessagesEach} messages only {contender.Sent} were sent within {Patience}.");
            }

            await Task.Delay(1);
        }

        int units = Subjects * UnitsEach;
        double perSecond = units / Stopwatch.GetElapsedTime(started).TotalSeconds;
        TimeSpan processor = used.ProcessorPer(units);
        long allocated = used.AllocatedPer(units);
        await contender.DisposeAsync();
        counted.AddRange((await contender.CountAsync()).Counts);
        return new Round(perSecond, processor, allocated, latencies, new DurableRows(counted));

        async Task CallAllAsync(int from, int to)
        {
            int next = -1;
            await Task.WhenAll(
                Enumerable.Range(0, callers).Select(_ => Task.Run(() => CallAsync(() => Interlocked.Increment(ref next), from, to)))
            );
        }

        async Task CallAsync(Func<int> next, int from, int to)
        {
            for (int subject = next(); subject < Subjects; subject = next())
            {
                for (int step = from; step < to; step++)
                {
                    long raised = Stopwatch.GetTimestamp();
                    await contender.RaiseAsync(subject, step);
                    latencies[(subject * Steps) + step] = Stopwatch.GetElapsedTime(raised);
                }
            }
        }
    }
}
