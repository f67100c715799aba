using CustomerTouchpoints.Load.Contenders;
using CustomerTouchpoints.Load.Quartz;
using CustomerTouchpoints.Load.Stores;

namespace CustomerTouchpoints.Load.Works;

/// <summary>
/// 10,000 timers due at once, beside Quartz.NET. Ours moves the question and writes the journal, Quartz fires and does nothing.
/// </summary>
internal sealed class DueAtOnceInQuartz(Store store, LoadOptions options) : IWork
{
    public string Name => "W2-due";

    public string Store => store.Name;

    public string Peer => "quartz";

    public string Unit => "timers";

    /// <summary>Nobody calls.</summary>
    public IReadOnlyList<int> Callers(IReadOnlyList<int> asked) => [0];

    public double? Wanted(int callers) => 60;

    /// <summary>Quartz is bound by the server, not by what is compiled here.</summary>
    public Task WarmUpAsync(bool oursOnly) => OursOfAsync(DueAtOnce.Some);

    public Task<Round> OursAsync(int callers) => OursOfAsync(DueAtOnce.Timers);

    public async Task<Round> PeerAsync(int callers)
    {
        await using Place place = await store.NewPlaceAsync();
        return await DueRound.RunAsync(new QuartzTimers(place), DueAtOnce.Timers);
    }

    public Task<double?> CeilingAsync(int callers) => Task.FromResult<double?>(null);

    private async Task<Round> OursOfAsync(int timers)
    {
        await using Place place = await store.NewPlaceAsync();
        return await DueRound.RunAsync(new EmbeddedTimers(place, options.Slots, countsTimersOnly: true), timers);
    }
}
