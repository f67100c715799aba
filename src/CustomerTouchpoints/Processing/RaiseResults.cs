using CustomerTouchpoints.Decisions;
using CustomerTouchpoints.Events;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Processing;

/// <summary>How a journal entry answers the caller who raised its event; the same entry gives the same answer again to a repeat.</summary>
internal static class RaiseResults
{
    public static RaiseResult Of(JourneyId journey, JournalEntry entry) => new()
    {
        Journey = journey,
        Outcome = Enum.Parse<RaiseOutcome>(entry.Outcome),
        Reason = entry.Reason,
        From = entry.From,
        To = entry.To,
        Planned = PlannedBy(journey, entry.Changes),
    };

    private static List<TouchpointId> PlannedBy(JourneyId journey, IReadOnlyList<Change> changes)
    {
        List<TouchpointId> planned = [];
        foreach (Change change in changes)
        {
            if (change is Change.TouchpointPlanned { Touchpoint: var touchpoint })
            {
                planned.Add(touchpoint.IdIn(journey));
            }
        }

        return planned;
    }
}
