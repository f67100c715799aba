using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Load.ByHand;
using CustomerTouchpoints.Load.ByHand.PostgreSql;
using CustomerTouchpoints.Load.ByHand.Sqlite;
using CustomerTouchpoints.Load.Contenders;
using CustomerTouchpoints.Load.Stores;

namespace CustomerTouchpoints.Load.Works;

/// <summary>W1, the order's story: five events, each a durable transition and one mail, until every mail is durably marked sent.</summary>
internal sealed class Orders(Store store, OrderMail mail, LoadOptions options) : IWork
{
    /// <summary>About what the hand-written side does: rounds are cut to last as long as was asked for.</summary>
    private const int EventsPerSecondOnSqlite = 2500;
    private const int EventsPerSecondOnPostgreSql = 2000;

    public string Name => "W1";

    public string Store => store.Name;

    public string Peer => "by-hand";

    public string Unit => "events";

    public IReadOnlyList<int> Callers(IReadOnlyList<int> asked) => asked;

    public double? Wanted(int callers) =>
        (store, callers) switch
        {
            (_, 1) => 1.2,
            (SqliteStore, 8) => 4,
            (SqliteStore, 32) => 10,
            (SqliteStore, 512) => 15,
            (_, 8) => 2,
            (_, 32) => 5,
            (_, 512) => 12,
            _ => null,
        };

    public async Task WarmUpAsync(bool oursOnly)
    {
        await OursAsync(64);
        if (!oursOnly)
        {
            await PeerAsync(64);
        }
    }

    public async Task<Round> OursAsync(int callers)
    {
        await using Place place = await store.NewPlaceAsync();
        return await RoundOf(callers).RunAsync(new EmbeddedOrders(place, options.Slots), callers);
    }

    public async Task<Round> PeerAsync(int callers)
    {
        await using Place place = await store.NewPlaceAsync();
        IContender peer = store is SqliteStore ? new SqliteOrders(place, mail) : new PostgreSqlOrders(place, mail, callers);
        return await RoundOf(callers).RunAsync(peer, callers);
    }

    public async Task<double?> CeilingAsync(int callers)
    {
        await using Place place = await store.NewPlaceAsync();
        int orders = RoundOf(callers).Subjects;
        return store is SqliteStore ? SqliteOrderCeiling.Measure(place, orders) : await PostgreSqlOrderCeiling.MeasureAsync(place, orders);
    }

    private StepRound RoundOf(int callers)
    {
        int events = (int)(options.Seconds * (store is SqliteStore ? EventsPerSecondOnSqlite : EventsPerSecondOnPostgreSql));
        return new StepRound(Math.Max(events / Story.Steps, callers * 2), Story.Steps, Story.Steps, Story.Steps);
    }
}
