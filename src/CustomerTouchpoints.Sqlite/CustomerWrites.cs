using CustomerTouchpoints.Sqlite.Tables;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite;

/// <summary>What a batch writes of customers: their rows, and the entries of their own journals.</summary>
internal static class CustomerWrites
{
    /// <param name="tables">The tables.</param>
    /// <param name="writes">What the batch writes.</param>
    /// <param name="before">The customers that the batch has loaded.</param>
    public static void Write(StoreTables tables, BatchWrites writes, IReadOnlyDictionary<CustomerId, CustomerRow> before)
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
            if (!sequences.TryGetValue(entry.Customer, out long last))
            {
                throw Fault(entry.Customer, "they are not written themselves");
            }

            if (entry.Sequence != last + 1)
            {
                throw Fault(entry.Customer, $"journal entry {entry.Sequence} does not follow {last}");
            }

            sequences[entry.Customer] = entry.Sequence;
            tables.CustomerJournal.Append(entry);
        }

        foreach (CustomerRow row in writes.Customers)
        {
            if (sequences[row.Id] is var last && row.Sequence != last)
            {
                throw Fault(row.Id, $"their sequence is {row.Sequence} but their last journal entry is {last}");
            }
        }
    }

    private static InvalidOperationException Fault(CustomerId customer, string fault) =>
        new($"Customer {customer}: {fault}. Nothing of the batch was stored.");
}
