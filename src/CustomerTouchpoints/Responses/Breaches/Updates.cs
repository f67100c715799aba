using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Responses.Breaches;

/// <summary>
/// Updates that the library sends, and that did not leave: failed, skipped, discarded. Who waits is not left without a word because of one
/// message; the next is due when the next would have been.
/// </summary>
internal static class Updates
{
    /// <summary>A touchpoint has ended unsent.</summary>
    public static void Follow(Deliberation deliberation, OpenTouchpoint unsent)
    {
        if (
            deliberation.Definition.FindRule(unsent.Rule) is { Trigger: RuleTrigger.Update, Clock: { } clock }
            && ClockSettling.IsOpen(deliberation, clock, unsent.Occurrence)
        )
        {
            Follow(deliberation, clock);
        }
    }

    /// <summary>
    /// Has the next update of a clock be due, if its time has come and nothing that says where things stand is on its way.
    /// </summary>
    public static void Follow(Deliberation deliberation, string name)
    {
        if (
            deliberation.Journey.Clocks.Find(name) is { IsOpen: true, Again: null } clock
            && ClockSettling.TargetOf(deliberation, clock) is { Draft.Sends: true } target
            && clock.Passed > target.Draft.Warnings.Count
            && !IsUnderWay(deliberation, clock)
        )
        {
            deliberation.Add(new ClockMoved(ClockSettling.HandOf(deliberation, target).SayAgain(clock, deliberation.Now)));
        }
    }

    /// <summary>Whether an update of the cycle may still leave; one that waits for a person is that person's.</summary>
    private static bool IsUnderWay(Deliberation deliberation, JourneyClock clock) =>
        deliberation
            .Journey.Unfinished()
            .Any(open =>
                deliberation.Definition.FindRule(open.Rule) is { Trigger: RuleTrigger.Update } rule
                && rule.Clock == clock.Clock
                && ClockSettling.IsOfCycle(clock, open.Occurrence)
            );
}
