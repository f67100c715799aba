using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Contacts;

namespace CustomerTouchpoints.Journeys;

/// <summary>
/// What a change of a journey means for a customer: deciding and replaying ask it alike, so that the journey's journal is the only record
/// that is needed of it.
/// </summary>
internal static class CustomerEffects
{
    /// <summary>The customer concerned, and their change; null for a change that concerns nobody.</summary>
    /// <param name="journey">The journey.</param>
    /// <param name="change">Its change.</param>
    /// <param name="at">When the entry of the change is recorded.</param>
    public static (CustomerId Customer, CustomerChange Change)? Of(JourneyId journey, Change change, DateTimeOffset at) =>
        change switch
        {
            Change.PartyIdentified identified => (identified.Customer, new RoleTaken(journey, identified.Role, at)),
            Change.CustomerContacted contacted => (contacted.Customer, new Contacted(contacted.Category, contacted.Channel, at)),
            _ => null,
        };

    /// <summary>What an entry of a journey's journal tells of customers.</summary>
    public static IEnumerable<(CustomerId Customer, CustomerChange Change)> Of(JourneyId journey, JournalEntry entry) =>
        entry.Changes.Select(change => Of(journey, change, entry.RecordedAt)).OfType<(CustomerId, CustomerChange)>();
}
