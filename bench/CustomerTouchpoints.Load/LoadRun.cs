using System.Diagnostics;
using CustomerTouchpoints.Load.ByHand;
using CustomerTouchpoints.Load.Contenders;
using CustomerTouchpoints.Load.Work;

namespace CustomerTouchpoints.Load;

/// <summary>Runs both sides in turns, each round on a new file.</summary>
internal sealed class LoadRun(LoadOptions options, string folder)
{
    /// <summary>About what one event costs by hand: rounds are cut to last as long as was asked for.</summary>
    private const int EventsPerSecondByHand = 1500;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    private int files;

    /// <summary>Lets the runtime compile, and compile again, what both sides use most: a host runs for months, a round for seconds.</summary>
    public async Task WarmUpAsync()
    {
        for (long started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < WarmUp;)
        {
            await Round.RunAsync(Ours(), 64, 2000);
            await Round.RunAsync(new HandWritten(NewFile()), 8, 400);
        }
    }

    public async Task<Measurement> MeasureAsync(int callers)
    {
        int orders = Math.Max((int)(options.Seconds * EventsPerSecondByHand / 5), callers);
        var rounds = new List<(Round Ours, Round Peer)>();
        for (int i = 0; i < options.Rounds; i++)
        {
            Round ours = await Round.RunAsync(Ours(), callers, orders);
            rounds.Add((ours, options.OursOnly ? ours : await Round.RunAsync(new HandWritten(NewFile()), callers, orders)));
        }

        return Measurement.Of(callers, rounds, RawCeiling.Measure(NewFile(), orders));
    }

    private Embedded Ours() => new(NewFile(), options.Slots);

    private string NewFile() => Path.Combine(folder, $"load-{++files}.db");
}
