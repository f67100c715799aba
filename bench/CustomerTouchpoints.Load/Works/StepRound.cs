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

    public async Task<Round> RunAsync(IContender contender, int callers)
    {
        await contender.StartAsync();
        var latencies = new TimeSpan[Subjects * Steps];
        int next = -1;
        var used = new Used();
        long started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(CallAsync)));
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
        return new Round(perSecond, processor, allocated, latencies, await contender.CountAsync());

        async Task CallAsync()
        {
            for (int subject = Interlocked.Increment(ref next); subject < Subjects; subject = Interlocked.Increment(ref next))
            {
                for (int step = 0; step < Steps; step++)
                {
                    long raised = Stopwatch.GetTimestamp();
                    await contender.RaiseAsync(subject, step);
                    latencies[(subject * Steps) + step] = Stopwatch.GetElapsedTime(raised);
                }
            }
        }
    }
}
