using System.Globalization;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Escalations;
using CustomerTouchpoints.Responses.Targets;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Responses.Breaches;

/// <summary>A clock has come to a mark or to its deadline. However late that is noticed, it is recorded with its true time.</summary>
internal static class ClockDues
{
    public static void Decide(Deliberation deliberation, ClockDue due)
    {
        if (
            deliberation.Journey.Clocks.Find(due.Clock) is not { } clock
            || clock.Cycle != due.Cycle
            || !(clock.NextAt <= deliberation.Now)
            || ClockSettling.TargetOf(deliberation, clock) is not { } target
        )
        {
            return;
        }

        string name = new ClockId(deliberation.Journey.Id, clock.Clock, clock.Cycle).ToString();
        deliberation.Consider(name, null);
        (JournalEntryOutcome outcome, Reason reason, DateTimeOffset at) =
            ClockSettling.HandOf(deliberation, target).ComesToSayAgain(clock) ? SayAgain(deliberation, target, clock)
            : target.Mark(clock.Passed, clock.Budget) is { } mark ? Pass(deliberation, target, clock, mark)
            : Breach(deliberation, target, clock);
        Updates.Follow(deliberation, clock.Clock);
        deliberation.Record(JournalEntryKind.Clock, name, outcome, reason, at);
    }

    private static (JournalEntryOutcome, Reason, DateTimeOffset) Pass(
        Deliberation deliberation,
        ResponseTarget target,
        JourneyClock clock,
        TimeSpan mark
    )
    {
        DateTimeOffset at = clock.NextAt!.Value;
        bool isTimeToSend = target.IsTimeToSend(clock.Passed);
        ClockMovement hand = ClockSettling.HandOf(deliberation, target);
        JourneyClock passed = hand.Plan(clock with { Passed = clock.Passed + 1, Warned = clock.Warned + (isTimeToSend ? 0 : 1) });
        deliberation.Add(new ClockMoved(passed));
        if (isTimeToSend)
        {
            Speak(deliberation, RuleTrigger.Update, passed, Number(passed.Cycle), hand.UpdateDueBy(clock, deliberation.Now));
            return (JournalEntryOutcome.Due, ClockReasons.UpdateDue, at);
        }

        double share = mark / clock.Budget;
        if (passed.NextAt <= deliberation.Now)
        {
            return (JournalEntryOutcome.Warned, ClockReasons.WarnedTold.With(share, clock.Budget), at);
        }

        Speak(deliberation, RuleTrigger.Warning, passed, $"{Number(passed.Cycle)}.{Number(passed.Warned)}", at);
        Escalating.Raise(deliberation, passed, EscalationKind.Warning, share, at, target.Draft.EscalatesTo);
        return (JournalEntryOutcome.Warned, ClockReasons.Warned.With(share, clock.Budget), at);
    }

    private static (JournalEntryOutcome, Reason, DateTimeOffset) SayAgain(
        Deliberation deliberation,
        ResponseTarget target,
        JourneyClock clock
    )
    {
        DateTimeOffset at = clock.NextAt!.Value;
        ClockMovement hand = ClockSettling.HandOf(deliberation, target);
        JourneyClock passed = hand.Plan(clock with { Again = null, Repeats = clock.Repeats + 1 });
        deliberation.Add(new ClockMoved(passed));
        Speak(
            deliberation,
            RuleTrigger.Update,
            passed,
            $"{Number(passed.Cycle)}.{Number(passed.Repeats + 1)}",
            hand.UpdateDueBy(clock, deliberation.Now)
        );
        return (JournalEntryOutcome.Due, ClockReasons.UpdateDueAgain, at);
    }

    private static (JournalEntryOutcome, Reason, DateTimeOffset) Breach(
        Deliberation deliberation,
        ResponseTarget target,
        JourneyClock clock
    )
    {
        DateTimeOffset at = clock.DueAt!.Value;
        JourneyClock breached = ClockSettling
            .HandOf(deliberation, target)
            .Plan(clock with { BreachedAt = at, Breaches = clock.Breaches + 1 });
        deliberation.Add(new ClockMoved(breached));
        Speak(deliberation, RuleTrigger.Breach, breached, OccurrenceOf(breached), at);
        Escalating.Raise(deliberation, breached, EscalationKind.Breach, 1, at, target.Draft.EscalatesTo);
        return (JournalEntryOutcome.Breached, ClockReasons.Breached.With(clock.Budget), at);
    }

    private static void Speak(Deliberation deliberation, RuleTrigger trigger, JourneyClock clock, string occurrence, DateTimeOffset due)
    {
        foreach (TouchpointRule rule in deliberation.Definition.RulesOn(trigger, clock.Clock))
        {
            if (rule.Target is null || rule.Target == ClockSettling.TargetOf(deliberation, clock)!.Draft)
            {
                Planning.Speak(deliberation, rule, occurrence, due);
            }
        }
    }

    /// <summary>A breach that was told, and taken back by what was reported late, has spoken: the next one is another occasion.</summary>
    private static string OccurrenceOf(JourneyClock clock) =>
        clock.Breaches > 1 ? $"{Number(clock.Cycle)}.{Number(clock.Breaches)}" : Number(clock.Cycle);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
