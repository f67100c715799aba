using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Journeys.Moves;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>Begins batches of the store that have locked and loaded everything they will touch.</summary>
internal sealed class BatchLoader(
    ITouchpointStore store,
    RowCache<JourneyId, JourneyRow, JourneySnapshot> journeys,
    RowCache<CustomerId, CustomerRow, CustomerSnapshot> customers
)
{
    /// <summary>
    /// Begins with what the keys name; and again, wider, when a journey turns out to have parties that admission did not see.
    /// </summary>
    public async Task<(IStoreBatch Loaded, Dictionary<JourneyId, JourneySnapshot> Snapshots, CustomerWork Customers)> BeginAsync(
        BatchKeys keys,
        CancellationToken cancellationToken
    )
    {
        var people = new SortedSet<CustomerId>(keys.Customers);
        while (true)
        {
            IStoreBatch loaded = await store.BeginAsync(keys with { Customers = [.. people] }, cancellationToken).ConfigureAwait(false);
            bool isWideEnough = false;
            try
            {
                Dictionary<JourneyId, JourneySnapshot> snapshots = loaded.Journeys.ToDictionary(
                    journey => journey.Key,
                    journey => journeys.Of(journey.Key, journey.Value)
                );
                int known = people.Count;
                people.UnionWith(snapshots.Values.SelectMany(journey => journey.Parties).Select(party => party.Customer));
                isWideEnough = people.Count == known;
                if (isWideEnough)
                {
                    return (loaded, snapshots, new CustomerWork(people.ToDictionary(id => id, id => Of(loaded, id))));
                }
            }
            finally
            {
                if (!isWideEnough)
                {
                    await loaded.DisposeAsync().ConfigureAwait(false);
                }
            }
        }
    }

    private CustomerSnapshot Of(IStoreBatch loaded, CustomerId id) =>
        loaded.Customers.TryGetValue(id, out CustomerRow? row) ? customers.Of(id, row) : CustomerSnapshot.Unheard(id);
}
