using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Journeys.Deciding;

/// <summary>
/// What follows when a guard or a condition of the host throws: its own input is faulted, in words, and everything else goes on.
/// </summary>
internal static class Faults
{
    private static readonly Dictionary<CustomerId, CustomerSnapshot> Nobody = [];

    /// <summary>
    /// A faulted event changes nothing and does not take its id, so it can be raised again once the fault is mended. A faulted timer
    /// is tried again after a pause, a faulted touchpoint waits for a person.
    /// </summary>
    public static Decision Decide(
        LifecycleDefinition definition,
        DecisionSettings settings,
        JourneySnapshot journey,
        Input input,
        string fault
    )
    {
        var deliberation = new Deliberation(definition, settings, journey, Nobody, input.Now);
        switch (input)
        {
            case Input.Fact { Event: var fact }:
                deliberation.Consider(fact.Name, fact.Data);
                Facts.Record(deliberation, fact, RaiseOutcome.Faulted, fault);
                break;
            case Input.Unparked { Event: var parked }:
                deliberation.Consider(parked.Name, parked.Data);
                deliberation.Add(new Change.EventUnparked(parked.Id));
                deliberation.Record(EntryKind.Event, parked.Name, nameof(RaiseOutcome.Faulted), fault, parked.OccurredAt, parked.Id);
                break;
            case Input.TimerDue { Timer: var timer }:
                deliberation.Add(new Change.TimerSet(timer with { Due = input.Now + settings.FaultPause }));
                deliberation.Record(EntryKind.Timer, timer.Key, nameof(RaiseOutcome.Faulted), fault, timer.Due);
                break;
            case Input.Turn turn when journey.Touchpoint(turn.Order) is { } touchpoint:
                deliberation.Add(touchpoint.Undecided(TouchpointStatus.InReview, fault));
                deliberation.Record(
                    EntryKind.Gate,
                    touchpoint.IdIn(journey.Id).ToString(),
                    nameof(TouchpointStatus.InReview),
                    fault,
                    input.Now
                );
                break;
        }

        return deliberation.Conclude();
    }
}
