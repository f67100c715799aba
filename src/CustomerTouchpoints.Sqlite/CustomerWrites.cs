using CustomerTouchpoints.Sqlite.Tables;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite;

/// <summary>What a batch writes of customers: their rows, the entries of their own journals, and the touchpoints that are theirs.</summary>
internal static class CustomerWrites
{
    /// <param name="tables">The tables.</param>
    /// <param name="writes">What the batch writes.</param>
    /// <param name="last">The store's row before.</param>
    /// <param name="before">The customers that the batch has loaded.</param>
    /// <returns>The store's row with what there is now.</returns>
    public static StoreRow Write(StoreTables tables, BatchWrites writes, StoreRow last, IReadOnlyDictionary<CustomerId, CustomerRow> before)
    {
        var sequences = new Dictionary<CustomerId, long>(writes.Customers.Count);
        foreach (CustomerRow row in writes.Customers)
        {
            if (before.TryGetValue(row.Id, out CustomerRow? known))
            {
                tables.Customers.Update(row);
            }
            else
            {
                tables.Customers.Write(row);
            }

            sequences.Add(row.Id, known?.Sequence ?? 0);
        }

        foreach (CustomerJournalRow entry in writes.CustomerJournal)
        {
            if (!sequences.TryGetValue(entry.Customer, out long number))
            {
                throw Fault(entry.Customer, "they are not written themselves");
            }

            if (entry.Sequence != number + 1)
            {
                throw Fault(entry.Customer, $"journal entry {entry.Sequence} does not follow {number}");
            }

            sequences[entry.Customer] = entry.Sequence;
            tables.CustomerJournal.Append(entry);
        }

        foreach (CustomerRow row in writes.Customers)
        {
            if (sequences[row.Id] is var number && row.Sequence != number)
            {
                throw Fault(row.Id, $"their sequence is {row.Sequence} but their last journal entry is {number}");
            }
        }

        return WriteTouchpoints(tables, writes, last, customer => sequences.ContainsKey(customer) || before.ContainsKey(customer));
    }

    private static StoreRow WriteTouchpoints(StoreTables tables, BatchWrites writes, StoreRow last, Func<CustomerId, bool> isKnown)
    {
        foreach (TouchpointRow row in writes.NewTouchpoints)
        {
            if (row.Id.Customer is { } customer)
            {
                Require(isKnown(customer), customer);
                tables.CustomerTouchpoints.Insert(row);
                last = last with { CustomerTouchpoints = last.CustomerTouchpoints + 1 };
            }
        }

        foreach (TouchpointRow row in writes.ChangedTouchpoints)
        {
            if (row.Id.Customer is { } customer)
            {
                Require(isKnown(customer), customer);
                tables.CustomerTouchpoints.Update(row);
            }
        }

        return last;
    }

    private static void Require(bool isKnown, CustomerId customer)
    {
        if (!isKnown)
        {
            throw Fault(customer, "they have a touchpoint, and nobody knows them");
        }
    }

    private static InvalidOperationException Fault(CustomerId customer, string fault) =>
        new($"Customer {customer}: {fault}. Nothing of the batch was stored.");
}
