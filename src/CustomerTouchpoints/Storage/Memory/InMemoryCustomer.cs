using System.Collections.Immutable;

namespace CustomerTouchpoints.Storage.Memory;

/// <summary>One customer with their own journal. Immutable.</summary>
/// <param name="Row">The customer.</param>
/// <param name="Journal">Their own journal, oldest entry first.</param>
internal sealed record InMemoryCustomer(CustomerRow Row, ImmutableList<CustomerJournalRow> Journal)
{
    private static readonly ImmutableSortedDictionary<TouchpointId, TouchpointRow> NoTouchpoints = ImmutableSortedDictionary.Create<
        TouchpointId,
        TouchpointRow
    >(Comparer<TouchpointId>.Create(InMemoryMatches.Compare));

    /// <summary>The touchpoints that belong to no journey but to the customer.</summary>
    public ImmutableSortedDictionary<TouchpointId, TouchpointRow> Touchpoints { get; private init; } = NoTouchpoints;

    /// <summary>The customers of a batch after it, or an exception.</summary>
    public static IEnumerable<KeyValuePair<CustomerId, InMemoryCustomer>> After(
        ImmutableDictionary<CustomerId, InMemoryCustomer> before,
        BatchWrites writes
    )
    {
        var after = new Dictionary<CustomerId, InMemoryCustomer>();
        foreach (CustomerRow row in writes.Customers)
        {
            after[row.Id] = before.TryGetValue(row.Id, out InMemoryCustomer? known)
                ? known with
                {
                    Row = row,
                }
                : new InMemoryCustomer(row, []);
        }

        foreach (CustomerJournalRow entry in writes.CustomerJournal)
        {
            Require(after.TryGetValue(entry.Customer, out InMemoryCustomer? customer), entry.Customer, "they are not written themselves");
            after[entry.Customer] = customer!.Append(entry with { RecordedAt = Instants.Truncate(entry.RecordedAt) });
        }

        foreach (CustomerJournalRow entry in writes.ErasedCustomerEntries)
        {
            after[entry.Customer] = Known(entry.Customer, after, before).Erase(entry);
        }

        foreach (TouchpointRow row in writes.NewTouchpoints)
        {
            if (row.Id.Customer is { } owner)
            {
                after[owner] = Known(owner, after, before).With(row, isNew: true);
            }
        }

        foreach (TouchpointRow row in writes.ChangedTouchpoints)
        {
            if (row.Id.Customer is { } owner)
            {
                after[owner] = Known(owner, after, before).With(row, isNew: false);
            }
        }

        foreach (InMemoryCustomer customer in after.Values)
        {
            Require(
                customer.Row.Sequence == customer.Journal.Count,
                customer.Row.Id,
                $"their sequence is {customer.Row.Sequence} but their last journal entry is {customer.Journal.Count}"
            );
        }

        return after;
    }

    private static InMemoryCustomer Known(
        CustomerId owner,
        Dictionary<CustomerId, InMemoryCustomer> after,
        ImmutableDictionary<CustomerId, InMemoryCustomer> before
    )
    {
        InMemoryCustomer? customer = null;
        Require(
            after.TryGetValue(owner, out customer) || before.TryGetValue(owner, out customer),
            owner,
            "they have a touchpoint, and nobody knows them"
        );
        return customer!;
    }

    private InMemoryCustomer With(TouchpointRow row, bool isNew)
    {
        Require(
            Touchpoints.ContainsKey(row.Id) != isNew,
            Row.Id,
            isNew ? $"touchpoint {row.Id} was planned before" : $"touchpoint {row.Id} was never planned"
        );
        return this with { Touchpoints = Touchpoints.SetItem(row.Id, InMemoryStaging.Truncated(row)) };
    }

    private InMemoryCustomer Erase(CustomerJournalRow entry)
    {
        Require(entry.Sequence <= Journal.Count, entry.Customer, $"they have no journal entry {entry.Sequence}");
        CustomerJournalRow before = Journal[(int)entry.Sequence - 1];
        CustomerJournalRow after = before with { Reason = entry.Reason, Changes = entry.Changes };
        return this with { Journal = Journal.SetItem((int)entry.Sequence - 1, after) };
    }

    private InMemoryCustomer Append(CustomerJournalRow entry)
    {
        Require(entry.Sequence == Journal.Count + 1, entry.Customer, $"journal entry {entry.Sequence} does not follow {Journal.Count}");
        return this with { Journal = Journal.Add(entry) };
    }

    private static void Require(bool holds, CustomerId customer, string fault)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Customer {customer}: {fault}. Nothing of the batch was stored.");
        }
    }
}
