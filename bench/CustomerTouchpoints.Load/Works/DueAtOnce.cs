using CustomerTouchpoints.Load.ByHand.PostgreSql;
using CustomerTouchpoints.Load.ByHand.Sqlite;
using CustomerTouchpoints.Load.Contenders;
using CustomerTouchpoints.Load.Stores;

namespace CustomerTouchpoints.Load.Works;

/// <summary>W2, 10,000 timers due at once: each moves its question and is journaled. How late each is done is the latency.</summary>
internal sealed class DueAtOnce(Store store, LoadOptions options) : IWork
{
    public const int Timers = 10_000;

    /// <summary>For a start.</summary>
    public const int Some = 2000;

    public string Name => "W2-due";

    public string Store => store.Name;

    public string Peer => "by-hand";

    public string Unit => "timers";

    /// <summary>Nobody calls.</summary>
    public IReadOnlyList<int> Callers(IReadOnlyList<int> asked) => [0];

    public double? Wanted(int callers) => null;

    public async Task WarmUpAsync(bool oursOnly)
    {
        await OursOfAsync(Some);
        if (!oursOnly)
        {
            await PeerOfAsync(Some);
        }
    }

    public Task<Round> OursAsync(int callers) => OursOfAsync(Timers);

    public Task<Round> PeerAsync(int callers) => PeerOfAsync(Timers);

    public Task<double?> CeilingAsync(int callers) => Task.FromResult<double?>(null);

    private async Task<Round> OursOfAsync(int timers)
    {
        await using Place place = await store.NewPlaceAsync();
        return await DueRound.RunAsync(new EmbeddedTimers(place, options.Slots), timers);
    }

    private async Task<Round> PeerOfAsync(int timers)
    {
        await using Place place = await store.NewPlaceAsync();
        return await DueRound.RunAsync(store is SqliteStore ? new SqliteTimers(place) : new PostgreSqlTimers(place), timers);
    }
}
