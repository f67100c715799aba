using CustomerTouchpoints.Sqlite.Tables;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite;

/// <summary>What a batch writes of who plays which role, and of customers who were erased.</summary>
internal static class IdentityWrites
{
    /// <param name="tables">The tables.</param>
    /// <param name="writes">What the batch writes.</param>
    /// <param name="existing">A journey of the batch.</param>
    public static void Write(StoreTables tables, BatchWrites writes, Func<JourneyId, StoredJourney> existing)
    {
        foreach (PartyRow row in writes.Parties)
        {
            StoredJourney journey = existing(row.Journey);
            tables.Customers.Fill(row, journey);
            journey.Grow(parties: 1);
        }

        foreach (MovedPartyRow row in writes.MovedParties)
        {
            tables.Customers.Move(row, existing(row.Journey));
            tables.Touchpoints.Move(row, existing(row.Journey));
        }

        foreach (IGrouping<JourneyId, JournalRow> journal in writes.ErasedEntries.GroupBy(entry => entry.Journey))
        {
            tables.Journal.Erase(journal, existing(journal.Key));
        }

        foreach (CustomerJournalRow entry in writes.ErasedCustomerEntries)
        {
            tables.CustomerJournal.Erase(entry);
        }

        foreach (TouchpointId touchpoint in writes.ErasedReferences)
        {
            tables.References.Erase(touchpoint, existing(touchpoint.Carrier!.Value).Number);
        }

        foreach (JourneyId journey in writes.ErasedJourneys)
        {
            tables.Intake.EraseOf(journey);
        }

        foreach (string customer in writes.ErasedNames)
        {
            tables.Intake.EraseOf(customer);
        }
    }
}
