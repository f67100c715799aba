using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Promises;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Simulation.Invariants;

/// <summary>The clocks and promises that a journey's journal gives.</summary>
internal sealed class ResponseBook(World world, JourneyId id)
{
    private readonly Dictionary<ClockId, ClockRow> clocks = [];
    private readonly SortedDictionary<int, PromiseRow> promises = [];

    /// <summary>Reads one change.</summary>
    public void Follow(Change change, DateTimeOffset at)
    {
        switch (change)
        {
            case ClockMoved { Clock: var clock }:
                clocks[new ClockId(id, clock.Clock, clock.Cycle)] = JourneyRows.ToRow(id, clock, at);
                break;
            case PromiseMoved { Promise: var promise }:
                promises[promise.Number] = JourneyRows.ToRow(id, promise, at);
                break;
        }
    }

    /// <summary>Compares what is stored with what the journal gives.</summary>
    public void Check(ITouchpointStore store)
    {
        IReadOnlyList<ClockRow> told = store
            .ReadClocksAsync(new ClockQuery { Journey = id }, null, int.MaxValue, default)
            .AsTask()
            .GetAwaiter()
            .GetResult();
        if (told.Count != clocks.Count || told.Any(row => clocks.GetValueOrDefault(row.Id) != row))
        {
            world.Fail(
                JourneyBook.Replayed,
                $"{id}: the table of clocks has {string.Join(" / ", told.Except(clocks.Values))}, and the journal gives "
                    + $"{string.Join(" / ", clocks.Values.Except(told))}"
            );
        }

        IReadOnlyList<PromiseRow> made = store
            .ReadPromisesAsync(new PromiseQuery { Journey = id }, null, int.MaxValue, default)
            .AsTask()
            .GetAwaiter()
            .GetResult();
        if (!made.SequenceEqual(promises.Values))
        {
            world.Fail(
                JourneyBook.Replayed,
                $"{id}: the table of promises has {string.Join(" / ", made.Except(promises.Values))}, and the journal gives "
                    + $"{string.Join(" / ", promises.Values.Except(made))}"
            );
        }
    }
}
