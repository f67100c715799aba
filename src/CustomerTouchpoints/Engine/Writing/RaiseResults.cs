using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>How a journal entry answers the caller who raised its event; the same entry gives the same answer again to a repeat.</summary>
internal static class RaiseResults
{
    public static RaiseResult Of(JourneyId journey, JournalEntry entry) =>
        new()
        {
            Journey = journey,
            Outcome = entry.Outcome.ToRaiseOutcome(),
            Reason = entry.Reason,
            From = entry.From,
            To = entry.To,
            Planned = [.. entry.Changes.OfType<TouchpointPlanned>().Select(planned => planned.Touchpoint.IdIn(journey))],
        };
}
