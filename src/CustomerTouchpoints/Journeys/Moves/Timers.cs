using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Calendars;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Journeys.Moves;

/// <summary>Timers start with a scope and end with it. One that fires acts on what it finds, and on nothing else.</summary>
internal static class Timers
{
    /// <summary>Starts the timers of a scope that was just entered.</summary>
    public static void Start(Deliberation deliberation, string scope, DateTimeOffset since)
    {
        foreach (TimedTransition timed in deliberation.Definition.TimedIn(scope))
        {
            Start(deliberation, timed, scope, since);
        }

        foreach (TouchpointRule rule in deliberation.Definition.RepeatingIn(scope))
        {
            if (Speaks(deliberation, rule))
            {
                Start(deliberation, rule, scope, since);
            }
        }
    }

    /// <summary>
    /// Carries timers on into another version. Those of rules go on as they are, with what they have counted; a rule that has not spoken
    /// begins now. A timed transition counts from when its state was entered, so one that is new or has another span may be due at once.
    /// </summary>
    public static void Carry(Deliberation deliberation)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (Visit visit in deliberation.Journey.Visits.Where(visit => visit.Lasts))
        {
            foreach (TimedTransition timed in deliberation.Definition.TimedIn(visit.Scope))
            {
                wanted.Add(timed.TimerKey);
                Start(deliberation, timed, visit.Scope, visit.Since);
            }

            foreach (TouchpointRule rule in Repeating(deliberation, visit.Scope))
            {
                wanted.Add(rule.TimerKey);
                if (
                    deliberation.Journey.Timers.All(timer => timer.Key != rule.TimerKey)
                    && deliberation.Journey.Told.All(told => told.Rule != rule.Key)
                )
                {
                    Start(deliberation, rule, visit.Scope, deliberation.Now);
                }
            }
        }

        foreach (JourneyTimer timer in deliberation.Journey.Timers.Where(timer => !wanted.Contains(timer.Key)))
        {
            deliberation.Add(new TimerCleared(timer.Key));
        }
    }

    private static void Start(Deliberation deliberation, TimedTransition timed, string scope, DateTimeOffset since) =>
        deliberation.Add(new TimerSet(new JourneyTimer(timed.TimerKey, since + timed.Span, scope)));

    private static void Start(Deliberation deliberation, TouchpointRule rule, string scope, DateTimeOffset since)
    {
        DateTimeOffset due =
            rule.Trigger == RuleTrigger.Quiet
                ? since + rule.Span!.Value
                : LocalTimes.NextAt(rule.LocalTime!.Value, deliberation.ZoneOf(rule.Role), since.AddTicks(1));
        deliberation.Add(new TimerSet(new JourneyTimer(rule.TimerKey, due, scope)));
    }

    public static void Decide(Deliberation deliberation, JourneyTimer timer)
    {
        deliberation.Consider(timer.Key, null);
        if (!deliberation.Journey.Timers.Contains(timer) || timer.Due > deliberation.Now)
        {
            return;
        }

        if (deliberation.Definition.FindTimed(timer.Key) is { } timed)
        {
            string from = deliberation.Journey.State!;
            deliberation.Add(new TimerCleared(timer.Key));
            if (timed.LeadsOnlyTo(from))
            {
                Record(deliberation, timer, JournalEntryOutcome.NoEffect, FactReasons.AlreadyReached.With(from));
                return;
            }

            Movement.To(deliberation, timed.Target, timer.Due, explicitly: true);
            ExchangeSettling.Settle(deliberation, timer.Due);
            Complaining.Settle(deliberation);
            Record(deliberation, timer, JournalEntryOutcome.Moved, TimerReasons.Moved.With(from, timed.Target.Name, timed.Span));
        }
        else if (Repeating(deliberation, timer.Scope).FirstOrDefault(rule => rule.TimerKey == timer.Key) is { } rule)
        {
            deliberation.Add(new TimerCleared(timer.Key));
            (JournalEntryOutcome outcome, Reason reason) =
                rule.Trigger == RuleTrigger.Quiet ? Quiet(deliberation, rule, timer) : Daily(deliberation, rule, timer);
            Record(deliberation, timer, outcome, reason);
        }
        else
        {
            deliberation.Add(new TimerCleared(timer.Key));
            Record(deliberation, timer, JournalEntryOutcome.NoEffect, TimerReasons.Gone);
        }
    }

    private static (JournalEntryOutcome Outcome, Reason Reason) Quiet(Deliberation deliberation, TouchpointRule rule, JourneyTimer timer)
    {
        DateTimeOffset quietSince = QuietSince(deliberation, rule, timer.Scope);
        if (quietSince + rule.Span!.Value > deliberation.Now)
        {
            deliberation.Add(new TimerSet(timer with { Due = quietSince + rule.Span.Value }));
            return (JournalEntryOutcome.NoEffect, TimerReasons.ToldLately.With(quietSince));
        }

        if (deliberation.Journey.Touchpoints.Any(open => IsOnItsWay(deliberation, open, rule)))
        {
            deliberation.Add(new TimerSet(timer with { Due = deliberation.Now + rule.Span.Value }));
            return (JournalEntryOutcome.NoEffect, TimerReasons.OnItsWay);
        }

        // A store that went back may have said it already: then it is due as it was then, and the gate asks about it.
        DateTimeOffset due = timer.Due <= deliberation.Settings.Switches.MayBeSentUntil ? timer.Due : deliberation.Now;
        int visit = deliberation.Journey.VisitOf(timer.Scope)!.Number;
        return Speak(deliberation, rule, timer, $"{visit}.{timer.Count + 1}", due, deliberation.Now + rule.Span.Value);
    }

    private static (JournalEntryOutcome Outcome, Reason Reason) Daily(Deliberation deliberation, TouchpointRule rule, JourneyTimer timer)
    {
        string zone = deliberation.ZoneOf(rule.Role);
        DateTimeOffset due = LocalTimes.LatestAt(rule.LocalTime!.Value, zone, deliberation.Now);

        // A host that slept for days tells today's message once, not one for each day.
        due = due > timer.Due ? due : timer.Due;
        DateTimeOffset next = LocalTimes.NextAt(rule.LocalTime.Value, zone, due.AddTicks(1));
        return Speak(deliberation, rule, timer, LocalTimes.DateOf(due, rule.LocalTime.Value, zone), due, next);
    }

    /// <summary>
    /// Plans the message of a repeating rule and sets its timer again, unless it has said enough or has something to say still.
    /// </summary>
    private static (JournalEntryOutcome Outcome, Reason Reason) Speak(
        Deliberation deliberation,
        TouchpointRule rule,
        JourneyTimer timer,
        string occurrence,
        DateTimeOffset due,
        DateTimeOffset next
    )
    {
        if (deliberation.Journey.Touchpoints.Any(open => IsOf(deliberation, open, rule)))
        {
            deliberation.Add(new TimerSet(timer with { Due = next }));
            return (JournalEntryOutcome.NoEffect, TimerReasons.StillOnItsWay);
        }

        bool planned = Planning.Plan(deliberation, rule, occurrence, due, timer.Scope);
        int count = timer.Count + (planned ? 1 : 0);
        if (rule.Limit is not { } limit || count < limit)
        {
            deliberation.Add(new TimerSet(timer with { Due = next, Count = count }));
        }

        return planned
            ? (JournalEntryOutcome.Handled, rule.Limit is { } most ? TimerReasons.TimeToTell.With(count, most) : TimerReasons.TimeOfDay)
            : (JournalEntryOutcome.NoEffect, TimerReasons.RuleDeclined);
    }

    /// <summary>Whether the party will hear of the journey anyway: by a message that is due and has not ended.</summary>
    private static bool IsOnItsWay(Deliberation deliberation, OpenTouchpoint open, TouchpointRule rule) =>
        open.Role == rule.Role && !IsOf(deliberation, open, rule) && open.Category != Category.Promotional && open.Due <= deliberation.Now;

    /// <summary>Whether a rule planned a touchpoint, perhaps under a key of an earlier version.</summary>
    private static bool IsOf(Deliberation deliberation, OpenTouchpoint open, TouchpointRule rule) =>
        ReferenceEquals(deliberation.Definition.FindRule(open.Rule), rule);

    private static DateTimeOffset QuietSince(Deliberation deliberation, TouchpointRule rule, string scope)
    {
        DateTimeOffset since = deliberation.Journey.VisitOf(scope)!.Since;
        return deliberation.Journey.PartyOf(rule.Role)?.ToldAt is { } told && told > since ? told : since;
    }

    private static IEnumerable<TouchpointRule> Repeating(Deliberation deliberation, string scope) =>
        deliberation.Definition.RepeatingIn(scope).Where(rule => Speaks(deliberation, rule));

    private static bool Speaks(Deliberation deliberation, TouchpointRule rule) => rule.Afterwards || !deliberation.Journey.IsSolved;

    private static void Record(Deliberation deliberation, JourneyTimer timer, JournalEntryOutcome outcome, Reason reason) =>
        deliberation.Record(JournalEntryKind.Timer, timer.Key, outcome, reason, timer.Due);
}
