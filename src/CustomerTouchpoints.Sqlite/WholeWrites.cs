using CustomerTouchpoints.Sqlite.Tables;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite;

/// <summary>
/// What a batch writes that belongs to no journey of its own: switches, tallies, rates, versions, addresses, inboxes, the record of
/// operations, recalls, the intake.
/// </summary>
internal static class WholeWrites
{
    /// <returns>The store's row with what there is now.</returns>
    public static StoreRow Write(StoreTables tables, BatchWrites writes, StoreRow last, IStoreBatch before)
    {
        foreach (SwitchRow row in writes.Switches)
        {
            tables.Switches.Write(row);
        }

        foreach (TallyRow row in writes.Tallies)
        {
            tables.Switches.Write(row);
        }

        foreach (RateRow row in writes.Rates)
        {
            tables.Rates.Write(row);
        }

        foreach (DefinitionRow row in writes.Definitions)
        {
            tables.Definitions.Write(row);
        }

        tables.Inbox.Write(writes.Inbox);
        foreach (SuppressionRow row in writes.Suppressions)
        {
            tables.Suppressions.Write(row);
        }

        foreach (AddressKeyRow row in writes.AddressKeys)
        {
            tables.Suppressions.Write(row);
        }

        long number = last.Operations;
        foreach (OperationRow row in writes.Operations)
        {
            tables.Switches.Record(row, ++number);
        }

        StoreRow after = last with
        {
            Operations = number,
            Switches = last.Switches + writes.Switches.Count(row => !before.Switches.Any(known => known.Scope == row.Scope)),
            Tallies = last.Tallies + writes.Tallies.Count(row => !before.Tallies.Any(known => known.Key == row.Key)),
            Definitions = writes.Definitions.Count == 0 ? last.Definitions : tables.Definitions.Count(),
        };

        foreach (Recall recall in writes.Recalls)
        {
            tables.Journeys.MakeDue(recall);
        }

        foreach (long taken in writes.Taken)
        {
            tables.Intake.Take(taken);
        }

        foreach (SetAsideRow row in writes.SetAside)
        {
            tables.Intake.SetAside(row);
        }

        return after;
    }
}
