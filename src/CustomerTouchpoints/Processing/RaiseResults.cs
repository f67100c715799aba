using CustomerTouchpoints.Decisions;
using CustomerTouchpoints.Events;

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
        Planned = [.. entry.Changes.OfType<Change.TouchpointPlanned>().Select(planned => planned.Touchpoint.IdIn(journey))],
    };

    /// <summary>The answer to an event id that was already used for something else.</summary>
    public static RaiseResult Conflict(JourneySnapshot journey, IncomingEvent fact, RaiseResult first) => new()
    {
        Journey = journey.Id,
        Outcome = RaiseOutcome.Conflict,
        Reason = $"the event id \"{fact.Id}\" was raised before with another name or other data; it was {first.Outcome} then. Give this fact an id of its own",
        From = journey.State,
        To = journey.State,
    };
}
