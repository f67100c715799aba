using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Simulation.Invariants;

internal sealed class LanesKeepOrder : ILaw
{
    private static readonly TimeSpan LongestHoldUp = TimeSpan.FromMinutes(15);

    public string Words => "messages of one journey, recipient and channel leave in order";

    public IEnumerable<string> Breaches(JourneyBook book, JournalEntry entry, JourneySnapshot before, JourneySnapshot after)
    {
        foreach (AttemptBegun begun in entry.Changes.OfType<AttemptBegun>())
        {
            OpenTouchpoint begins = book.Touchpoints[begun.Order];
            foreach (
                OpenTouchpoint other in before.Touchpoints.Where(other =>
                    other.Order != begun.Order && other.Role == begins.Role && other.Route == begins.Route
                )
            )
            {
                if (other.Status == TouchpointStatus.Sending)
                {
                    yield return $"{other.IdIn(book.Id)} is under way";
                }
                else if (
                    other.Order < begins.Order
                    && IsFirst(other, begins)
                    && !(other.Waiting?.Since + LongestHoldUp <= entry.RecordedAt)
                )
                {
                    yield return $"it overtakes {other.IdIn(book.Id)}, which is {other.Status}";
                }
            }
        }
    }

    private static bool IsFirst(OpenTouchpoint earlier, OpenTouchpoint later) =>
        earlier.SameFact?.Others.Any(other => other.GoesFirst) != true
        && earlier.Status is TouchpointStatus.Planned or TouchpointStatus.Held
        && earlier.Customer is not null
        && !(earlier.Attempts == 0 && earlier.NextAt > earlier.Waiting?.Since + LongestHoldUp)
        && (earlier.Scope is null || earlier.Due <= later.Due);
}
