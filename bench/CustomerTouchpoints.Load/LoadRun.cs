using CustomerTouchpoints.Load.Works;

namespace CustomerTouchpoints.Load;

/// <summary>Runs both sides of works in turns.</summary>
internal sealed class LoadRun(LoadOptions options)
{
    public Task WarmUpAsync(IWork work) => WarmingUp.RunAsync(() => work.WarmUpAsync(options.OursOnly), options.WarmUp);

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
