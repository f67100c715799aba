using System.Collections.Frozen;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>
/// Begins batches of the store that have locked and loaded everything they will touch, and reads their rows; those of what was written or
/// read lately are not parsed again.
/// </summary>
/// <remarks>For the writer alone.</remarks>
internal sealed class BatchLoader(ITouchpointStore store, AddressHashing hashing, StoreTime time)
{
    /// <summary>
    /// How many rows of a kind stay parsed, twice: some 5 MB at the most, and as many as a batch of the default size takes, twice over.
    /// </summary>
    private const int Remembered = 1024;

    private readonly RowCache<JourneyId, JourneyRow, JourneySnapshot> journeys = new(Remembered);
    private readonly RowCache<CustomerId, CustomerRow, CustomerSnapshot> customers = new(Remembered);

    /// <summary>
    /// Begins with what the keys name; and again, wider, when a journey turns out to have parties that admission did not see, a customer
    /// to be another one, or a digest to have closed that has items of other journeys.
    /// </summary>
    /// <param name="keys">What the batch touches.</param>
    /// <param name="received">Touchpoints of its journeys of which something is reported.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<LoadedBatch> BeginAsync(
        BatchKeys keys,
        IReadOnlyCollection<TouchpointId> received,
        CancellationToken cancellationToken
    )
    {
        var people = new SortedSet<CustomerId>(
            keys.Customers.Concat(received.Select(touchpoint => touchpoint.Customer).OfType<CustomerId>())
        );
        var asked = new HashSet<JourneyId>(keys.Journeys);
        while (true)
        {
            IStoreBatch loaded = await store
                .BeginAsync(keys with { Journeys = [.. asked], Customers = [.. people] }, cancellationToken)
                .ConfigureAwait(false);
            LoadedBatch? wideEnough = null;
            try
            {
                (Dictionary<JourneyId, JourneySnapshot> snapshots, HashSet<JourneyId> unshelved) = await ReadAsync(
                        loaded.Journeys,
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                int known = people.Count + asked.Count;
                people.UnionWith(snapshots.Values.SelectMany(journey => journey.Parties).Select(party => party.Customer));
                people.UnionWith(snapshots.Values.SelectMany(DigestNeighbours.OwnersIn));
                foreach (CustomerId id in loaded.Customers.Keys)
                {
                    if (Of(loaded, id).MergedInto is { } into)
                    {
                        people.Add(into);
                    }
                }

                asked.UnionWith(DigestNeighbours.Of(snapshots.Values, id => Of(loaded, id), time.GetUtcNow()));
                if (people.Count + asked.Count == known)
                {
                    return wideEnough = new LoadedBatch(
                        loaded,
                        snapshots,
                        unshelved,
                        new CustomerWork(people.ToDictionary(id => id, id => Of(loaded, id))),
                        new SuppressionWork(hashing.Hasher, loaded.Suppressions),
                        await ReadAsync(received, cancellationToken).ConfigureAwait(false)
                    )
                    {
                        Asked = asked,
                    };
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
        !loaded.Customers.TryGetValue(id, out CustomerRow? row)
            ? CustomerSnapshot.Unheard(id)
            : customers.Find(id, row) ?? customers.Remember(id, row, CustomerRows.ToSnapshot(row));

    /// <summary>Reads journeys, and beside those that are not remembered what waits for a person in rows of its own.</summary>
    private async Task<(Dictionary<JourneyId, JourneySnapshot> Snapshots, HashSet<JourneyId> Unshelved)> ReadAsync(
        IReadOnlyDictionary<JourneyId, JourneyRow> rows,
        CancellationToken cancellationToken
    )
    {
        var snapshots = new Dictionary<JourneyId, JourneySnapshot>(rows.Count);
        var unshelved = new HashSet<JourneyId>();
        List<(JourneyRow Row, JourneyText Text)>? beside = null;
        foreach ((JourneyId id, JourneyRow row) in rows)
        {
            if (journeys.Find(id, row) is { } known)
            {
                snapshots.Add(id, known);
                continue;
            }

            JourneyText text = JourneyRows.TextOf(row);
            if (text is { Shelved: 0, MustShelve: false })
            {
                snapshots.Add(id, journeys.Remember(id, row, JourneyRows.ToSnapshot(row, text, [])));
            }
            else
            {
                (beside ??= []).Add((row, text));
            }
        }

        if (beside is not null)
        {
            ILookup<JourneyId, ShelvedRow> shelved = (
                await store.ReadShelvedAsync(beside.ConvertAll(journey => journey.Row.Id), cancellationToken).ConfigureAwait(false)
            ).ToLookup(row => row.Journey);
            foreach ((JourneyRow row, JourneyText text) in beside)
            {
                Require(row, text, shelved[row.Id].Count());
                JourneySnapshot journey = JourneyRows.ToSnapshot(row, text, shelved[row.Id]);
                snapshots.Add(row.Id, journey);
                if (text.MustShelve)
                {
                    unshelved.Add(row.Id);
                }
                else
                {
                    journeys.Remember(row.Id, row, journey);
                }
            }
        }

        return (snapshots, unshelved);
    }

    /// <summary>Reads touchpoints that may have ended: their journeys are locked, so that nobody else changes them.</summary>
    private async Task<IReadOnlyDictionary<TouchpointId, ReceivedTouchpoint>> ReadAsync(
        IReadOnlyCollection<TouchpointId> received,
        CancellationToken cancellationToken
    )
    {
        if (received.Count == 0)
        {
            return FrozenDictionary<TouchpointId, ReceivedTouchpoint>.Empty;
        }

        IReadOnlyList<TouchpointRow> rows = await store.ReadCarriedAsync(received, cancellationToken).ConfigureAwait(false);
        ILookup<TouchpointPlace, ReceiptRow> receipts = (
            await store.Receipts.ReadReceiptsAsync([.. rows.Select(row => row.PlaceInCarrier())], cancellationToken).ConfigureAwait(false)
        ).ToLookup(receipt => receipt.Touchpoint);
        return rows.ToDictionary(row => row.Id, row => new ReceivedTouchpoint(row, [.. receipts[row.PlaceInCarrier()]]));
    }

    /// <summary>A message that was lost here would never be decided about. Tombstones keep their number, and nothing beside them.</summary>
    private static void Require(JourneyRow row, JourneyText text, int found)
    {
        if (text.Shelved is { } count && count != found && JourneyRows.StandingOf(row) != JourneyStanding.Closed)
        {
            throw new InvalidOperationException(
                $"{row.Id} has {count} messages that wait for a person, and the store has {found} of them. Restore a backup."
            );
        }
    }
}
