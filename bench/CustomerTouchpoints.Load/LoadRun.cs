using System.Diagnostics;
using System.Runtime;
using CustomerTouchpoints.Load.Works;

namespace CustomerTouchpoints.Load;

/// <summary>Runs both sides of works in turns.</summary>
internal sealed class LoadRun(LoadOptions options)
{
    /// <summary>The part of the time at which the compiler may still be at work.</summary>
    private const double Settled = 0.05;

    /// <summary>Lets the runtime compile, and compile again, what both sides use most, until it hardly does so any more: a host runs for months, a round for seconds.</summary>
    public async Task WarmUpAsync(IWork work)
    {
        long started = Stopwatch.GetTimestamp();
        TimeSpan compiling;
        long turn;
        do
        {
            turn = Stopwatch.GetTimestamp();
            TimeSpan before = JitInfo.GetCompilationTime();
            await work.WarmUpAsync(options.OursOnly);
            compiling = JitInfo.GetCompilationTime() - before;
        }
        while (compiling > Stopwatch.GetElapsedTime(turn) * Settled && Stopwatch.GetElapsedTime(started) < options.WarmUp);
    }

    public async Task<Measurement> MeasureAsync(IWork work, int callers)
    {
        var rounds = new List<(Round Ours, Round Peer)>();
        for (int i = 0; i < options.Rounds; i++)
        {
            Round ours = await work.OursAsync(callers);
            rounds.Add((ours, options.OursOnly ? ours : await work.PeerAsync(callers)));
        }

        return Measurement.Of(work, callers, rounds, await work.CeilingAsync(callers));
    }
}
