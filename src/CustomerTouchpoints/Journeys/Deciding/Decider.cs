using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Escalations;
using CustomerTouchpoints.Responses.Promises;
using CustomerTouchpoints.Touchpoints.Gate;

namespace CustomerTouchpoints.Journeys.Deciding;

/// <summary>Decides what follows from an input. A pure function: no clock, no I/O, no randomness, no ids of its own.</summary>
internal static class Decider
{
    /// <param name="definition">The lifecycle.</param>
    /// <param name="settings">The numbers beside the definition.</param>
    /// <param name="journey">The journey as it stands.</param>
    /// <param name="traits">What is known of its customers, without names and addresses.</param>
    /// <param name="input">What happened.</param>
    /// <returns>The whole consequence. No entries when the input finds nothing left to decide.</returns>
    /// <remarks>Throws what a guard or a condition throws; the caller faults this input alone.</remarks>
    public static Decision Decide(
        LifecycleDefinition definition,
        DecisionSettings settings,
        JourneySnapshot journey,
        IReadOnlyDictionary<CustomerId, Customer> traits,
        Input input
    )
    {
        var deliberation = new Deliberation(definition, settings, journey, traits, input.Now);
        switch (input)
        {
            case Input.Fact fact:
                Facts.Decide(deliberation, fact.Event);
                break;
            case Input.Repeat repeat:
                Facts.Refuse(deliberation, repeat);
                break;
            case Input.Unparked unparked:
                Facts.Unpark(deliberation, unparked.Event);
                break;
            case Input.TimerDue due:
                Timers.Decide(deliberation, due.Timer);
                break;
            case Input.ClockDue due:
                ClockDues.Decide(deliberation, due);
                break;
            case Input.PromiseDue due:
                Promising.Decide(deliberation, due);
                break;
            case Input.EscalationTurn turn:
                Escalating.Decide(deliberation, turn);
                break;
            case Input.EscalationReported reported:
                Escalating.Decide(deliberation, reported);
                break;
            case Input.Turn turn:
                Turns.Decide(deliberation, turn);
                break;
            case Input.SwitchesChanged:
                Turns.ComeAgain(deliberation);
                break;
            case Input.VersionGone gone:
                Upgrades.Decide(deliberation, gone.Outline);
                break;
            case Input.TargetsChanged:
                TargetChanges.Decide(deliberation);
                break;
            case Input.AttemptEnded ended:
                Outcomes.Decide(deliberation, ended);
                break;
            case Input.AttemptReleased released:
                Outcomes.Decide(deliberation, released);
                break;
            case Input.AttemptUnrenderable unrenderable:
                Outcomes.Decide(deliberation, unrenderable);
                break;
            case Input.AttemptLost lost:
                Outcomes.Decide(deliberation, lost);
                break;
            case Input.LookupDue due:
                DeliveryLookups.Decide(deliberation, due);
                break;
            case Input.LookupAnswered answered:
                DeliveryLookups.Decide(deliberation, answered);
                break;
            case Input.Reviewed resolved:
                Reviews.Decide(deliberation, resolved);
                break;
            case Input.Withdrawn withdrawn:
                Withdrawals.Decide(deliberation, withdrawn);
                break;
        }

        return deliberation.Conclude();
    }
}
