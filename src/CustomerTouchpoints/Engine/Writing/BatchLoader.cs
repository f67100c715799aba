using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>
/// Begins batches of the store that have locked and loaded everything they will touch, and reads their rows; those of what was written or
/// read lately are not parsed again.
/// </summary>
/// <remarks>For the writer alone.</remarks>
internal sealed class BatchLoader(ITouchpointStore store)
{
    /// <summary>
    /// How many rows of a kind stay parsed, twice: some 5 MB at the most, and as many as a batch of the default size takes, twice over.
    /// </summary>
    private const int Remembered = 1024;

    private readonly RowCache<JourneyId, JourneyRow, JourneySnapshot> journeys = new(Remembered, JourneyRows.ToSnapshot);
    private readonly RowCache<CustomerId, CustomerRow, CustomerSnapshot> customers = new(Remembered, CustomerRows.ToSnapshot);

    /// <summary>
    /// Begins with what the keys name; and again, wider, when a journey turns out to have parties that admission did not see.
    /// </summary>
    public async Task<LoadedBatch> BeginAsync(BatchKeys keys, CancellationToken cancellationToken)
    {
        var people = new SortedSet<CustomerId>(keys.Customers);
        while (true)
        {
            IStoreBatch loaded = await store.BeginAsync(keys with { Customers = [.. people] }, cancellationToken).ConfigureAwait(false);
            LoadedBatch? wideEnough = null;
            try
            {
                var snapshots = loaded.Journeys.ToDictionary(journey => journey.Key, journey => journeys.Of(journey.Key, journey.Value));
                int known = people.Count;
                people.UnionWith(snapshots.Values.SelectMany(journey => journey.Parties).Select(party => party.Customer));
                if (people.Count == known)
                {
                    return wideEnough = new LoadedBatch(
                        loaded,
                        snapshots,
                        new CustomerWork(people.ToDictionary(id => id, id => Of(loaded, id)))
                    );
                }
            }
            finally
            {
                if (wideEnough is null)
                {
                    await loaded.DisposeAsync().ConfigureAwait(false);
                }
            }
        }
    }

    /// <summary>Remembers what was written of a journey.</summary>
    public void Remember(JourneyWork work)
    {
        if (work.HasChanged)
        {
            journeys.Remember(work.Journey.Id, work.Row, work.Journey);
        }
    }

    /// <summary>Remembers what was written of customers.</summary>
    public void Remember(CustomerWork work)
    {
        foreach (CustomerRow row in work.Rows)
        {
            customers.Remember(row.Id, row, work.Customers[row.Id]);
        }
    }

    private CustomerSnapshot Of(IStoreBatch loaded, CustomerId id) =>
        loaded.Customers.TryGetValue(id, out CustomerRow? row) ? customers.Of(id, row) : CustomerSnapshot.Unheard(id);
}
