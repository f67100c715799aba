using CustomerTouchpoints.Customers;

namespace CustomerTouchpoints.Journeys;

/// <summary>
/// The whole consequence of one input: the journey afterwards, the journal entries that led there, and the parts they touched.
/// </summary>
/// <param name="Journey">The journey afterwards.</param>
/// <param name="Entries">Empty when the input had nothing left to decide.</param>
/// <param name="Parts">The last version of every touchpoint, clock and promise that was made or changed, ended ones included.</param>
internal sealed record Decision(JourneySnapshot Journey, IReadOnlyList<JournalEntry> Entries, IReadOnlyList<JourneyPart> Parts)
{
    /// <summary>Every customer for whom something follows, as they stand afterwards.</summary>
    public IReadOnlyList<CustomerSnapshot> Customers { get; init; } = [];
}
