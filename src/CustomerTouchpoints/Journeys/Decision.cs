using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Promises;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Journeys;

/// <summary>
/// The whole consequence of one input: the journey afterwards, the journal entries that led there, and the touchpoints they touched.
/// </summary>
/// <param name="Journey">The journey afterwards.</param>
/// <param name="Entries">Empty when the input had nothing left to decide.</param>
/// <param name="Touchpoints">The last version of every touchpoint that was planned or changed, ended ones included.</param>
internal sealed record Decision(JourneySnapshot Journey, IReadOnlyList<JournalEntry> Entries, IReadOnlyList<OpenTouchpoint> Touchpoints)
{
    /// <summary>The last version of every clock that was moved, ended ones included.</summary>
    public IReadOnlyList<JourneyClock> Clocks { get; init; } = [];

    /// <summary>Every customer for whom something follows, as they stand afterwards.</summary>
    public IReadOnlyList<CustomerSnapshot> Customers { get; init; } = [];

    /// <summary>The last version of every promise that was made or has changed.</summary>
    public IReadOnlyList<JourneyPromise> Promises { get; init; } = [];
}
