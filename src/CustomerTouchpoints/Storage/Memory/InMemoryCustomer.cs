using System.Collections.Immutable;

namespace CustomerTouchpoints.Storage.Memory;

/// <summary>One customer with their own journal. Immutable.</summary>
/// <param name="Row">The customer.</param>
/// <param name="Journal">Their own journal, oldest entry first.</param>
internal sealed record InMemoryCustomer(CustomerRow Row, ImmutableList<CustomerJournalRow> Journal)
{
    /// <summary>The customers of a batch after it, or an exception.</summary>
    public static IEnumerable<KeyValuePair<CustomerId, InMemoryCustomer>> After(
        ImmutableDictionary<CustomerId, InMemoryCustomer> before,
        BatchWrites writes
    )
    {
        var after = new Dictionary<CustomerId, InMemoryCustomer>();
        foreach (CustomerRow row in writes.Customers)
        {
            after[row.Id] = new InMemoryCustomer(row, before.GetValueOrDefault(row.Id)?.Journal ?? []);
        }

        foreach (CustomerJournalRow entry in writes.CustomerJournal)
        {
            Require(after.TryGetValue(entry.Customer, out InMemoryCustomer? customer), entry.Customer, "they are not written themselves");
            after[entry.Customer] = customer!.Append(entry with { RecordedAt = Instants.Truncate(entry.RecordedAt) });
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
