using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Load.Neighbours;
using CustomerTouchpoints.Load.Stores;

namespace CustomerTouchpoints.Load.Works;

/// <summary>W1 beside a journey in which thousands of messages wait and whose feed loops, against W1 alone: no neighbour pays.</summary>
internal sealed class Neighbour(Store store, LoadOptions options) : IWork
{
    private const int EventsBefore = 20_000;
    private const int EventsPerSecond = 8000;

    public string Name => "neighbour";

    public string Store => store.Name;

    public string Peer => "alone";

    public string Unit => "events";

    public IReadOnlyList<int> Callers(IReadOnlyList<int> asked) => [.. asked.Where(callers => callers is 8 or 32 or 512)];

    public double? Wanted(int callers) => 0.9;

    public async Task WarmUpAsync(bool oursOnly)
    {
        await OursAsync(64);
        await PeerAsync(64);
    }

    public Task<Round> OursAsync(int callers) => RunAsync(callers, EventsBefore);

    public Task<Round> PeerAsync(int callers) => RunAsync(callers, 0);

    public Task<double?> CeilingAsync(int callers) => Task.FromResult<double?>(null);

    private async Task<Round> RunAsync(int callers, int eventsBefore)
    {
        await using Place place = await store.NewPlaceAsync();
        var round = new StepRound(
            Math.Max((int)(options.Seconds * EventsPerSecond) / Story.Steps, callers * 2),
            Story.Steps,
            Story.Steps,
            Story.Steps
        );
        return await round.RunAsync(new OrdersBesideNeighbour(place, options.Slots, eventsBefore), callers);
    }
}
