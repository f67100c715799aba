using CustomerTouchpoints.Customers;

namespace CustomerTouchpoints.Journeys;

/// <summary>What the journal of a journey tells of customers.</summary>
internal static class CustomerEffects
{
    /// <summary>What an entry means for customers, in the order of its changes.</summary>
    public static IEnumerable<(CustomerId Customer, CustomerChange Change)> Of(JourneyId journey, JournalEntry entry) =>
        entry.Changes.Select(change => change.ForCustomer(journey, entry.RecordedAt)).OfType<(CustomerId, CustomerChange)>();
}
