using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Simulation.Invariants;

/// <summary>Every customer as the journals tell them, held against what is stored of them.</summary>
internal sealed class CustomerBooks(World world)
{
    private readonly SortedSet<CustomerId> touched = [];
    private readonly SortedSet<CustomerId> known = [];

    public void Touch(BatchWrites writes) => touched.UnionWith(writes.Customers.Select(row => row.Id));

    /// <summary>A host has opened the store: whatever was seen before must still be there.</summary>
    public void TouchAll() => touched.UnionWith(known);

    /// <summary>Looks at those who may have changed, once the journals of their journeys were read.</summary>
    public void Look(ITouchpointStore store, IReadOnlyCollection<JourneyBook> journeys)
    {
        foreach (CustomerId customer in touched)
        {
            Check(store, customer, journeys);
        }

        touched.Clear();
    }

    /// <summary>Once nothing is on its way, no room is kept for it; and nobody waits for room for ever.</summary>
    public void CheckEnd()
    {
        foreach (CustomerId id in known)
        {
            CustomerRow? stored = world.Ground.Reader!.FindCustomerAsync(id, default).AsTask().GetAwaiter().GetResult();
            if (stored is not null && CustomerRows.ToSnapshot(stored).Caps is { IsEmpty: false } caps)
            {
                world.Fail(
                    "room under a cap is given back",
                    $"{id} keeps {string.Join(", ", caps.Taken)} and {string.Join(", ", caps.Waiting)}"
                );
            }
        }
    }

    private void Check(ITouchpointStore store, CustomerId id, IReadOnlyCollection<JourneyBook> journeys)
    {
        known.Add(id);
        CustomerRow? stored = store.FindCustomerAsync(id, default).AsTask().GetAwaiter().GetResult();
        List<CustomerEntry> journal =
        [
            .. store.ReadCustomerJournalAsync(id, default).AsTask().GetAwaiter().GetResult().Select(CustomerRows.ToEntry),
        ];
        IEnumerable<CustomerChange> told = journeys
            .SelectMany(book => book.Entries.SelectMany(entry => CustomerEffects.Of(book.Id, entry)))
            .Where(effect => effect.Customer == id)
            .Select(effect => effect.Change);
        CustomerRow replayed = CustomerRows.ToRow(CustomerFold.Replay(id, journal, told));
        if (stored != replayed)
        {
            world.Fail(
                "replaying the journals gives the stored customer",
                $"{stored?.ToString() ?? "nothing"} is stored, and the journals give {replayed}"
            );
        }
    }
}
