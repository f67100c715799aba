using System.Globalization;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses.Exchanges;
using CustomerTouchpoints.Responses.Promises;
using CustomerTouchpoints.Responses.Targets;

namespace CustomerTouchpoints.Responses.Clocks;

/// <summary>Brings the clocks of a journey to where they should stand, after whatever has happened.</summary>
internal static class ClockSettling
{
    /// <param name="deliberation">The decision in the making.</param>
    /// <param name="at">When it happened: segments end and begin here.</param>
    public static void Settle(Deliberation deliberation, DateTimeOffset at)
    {
        if (deliberation.Definition.Responses is { } policy && deliberation.Journey.Standing != JourneyStanding.Awaiting)
        {
            foreach (string name in policy.Clocks)
            {
                Settle(deliberation, policy.TargetsOf(name), name, at);
            }
        }
    }

    /// <summary>The matter is open again: what was answered before may have to be answered anew.</summary>
    /// <param name="deliberation">The decision in the making.</param>
    /// <param name="at">When that happened.</param>
    /// <param name="solvedSince">Since when it was solved. A fact that occurred before, and came later, reopens it then.</param>
    public static void Reopen(Deliberation deliberation, DateTimeOffset at, DateTimeOffset solvedSince)
    {
        if (deliberation.Definition.Responses is not { } policy)
        {
            return;
        }

        at = DesiredClock.Later(DesiredClock.Later(at, solvedSince), deliberation.Journey.Exchange.AskedAt);
        Exchange reopened = deliberation.Journey.Exchange with { ReopenedAt = at };
        bool isAskedAnew =
            policy.Targets.FirstOrDefault(target => target.Metric == ResponseMetric.FirstAnswer && Matches(deliberation, target)) is
            { Draft.Reopening: not Reopening.Resume };
        deliberation.Add(
            new ExchangeMoved(isAskedAnew ? reopened with { AskedAt = at, AnsweredAt = null, AnsweredByAnyoneAt = null } : reopened)
        );
    }

    /// <summary>
    /// Another version of the lifecycle, or other targets in it: clocks that it has no more end, and the others go on under its targets at
    /// once.
    /// </summary>
    public static void Carry(Deliberation deliberation)
    {
        ResponsePolicy? policy = deliberation.Definition.Responses;
        foreach (JourneyClock clock in deliberation.Journey.Clocks.All.Where(clock => policy?.Clocks.Contains(clock.Clock) != true))
        {
            // Its target is gone, and its time counts no more.
            Put(deliberation, clock, Withdrawn(deliberation, clock, deliberation.Now, ClockReasons.Gone));
        }

        Settle(deliberation, deliberation.Now);
    }

    /// <summary>Whether the cycle of a clock that a message speaks of is still open: its occurrence begins with the cycle.</summary>
    public static bool IsOpen(Deliberation deliberation, string clock, string occurrence) =>
        deliberation.Journey.Clocks.Find(clock) is { IsOpen: true } open && IsOfCycle(open, occurrence);

    /// <summary>Whether an occurrence is of the cycle that a clock is in.</summary>
    public static bool IsOfCycle(JourneyClock clock, string occurrence) =>
        occurrence.Split('.')[0] == clock.Cycle.ToString(CultureInfo.InvariantCulture);

    /// <summary>A movement of a clock under the target that holds for it.</summary>
    public static ClockMovement HandOf(Deliberation deliberation, ResponseTarget target) =>
        new(target, deliberation.Definition.Version, deliberation.CalendarOf);

    /// <summary>The target that a clock is under; under another version, the one that has its place.</summary>
    public static ResponseTarget? TargetOf(Deliberation deliberation, JourneyClock clock) => TargetOf(deliberation.Definition, clock);

    /// <summary>The target that a clock is under in a definition; under another version, the one that has its place.</summary>
    public static ResponseTarget? TargetOf(LifecycleDefinition definition, JourneyClock clock)
    {
        IReadOnlyList<ResponseTarget> targets = definition.Responses?.TargetsOf(clock.Clock) ?? [];
        return targets.Count == 0 ? null : targets[Math.Min(clock.Place, targets.Count) - 1];
    }

    private static void Settle(Deliberation deliberation, IReadOnlyList<ResponseTarget> targets, string name, DateTimeOffset at)
    {
        ResponseTarget? matched = targets.FirstOrDefault(target => Matches(deliberation, target));
        if (matched is { Metric: ResponseMetric.NextAnswer })
        {
            Amendments.CatchUp(deliberation, matched, name);
        }

        JourneyClock? clock = Amendments.Amended(deliberation, deliberation.Journey.Clocks.Find(name));
        if (clock is null or { IsOpen: false, MayResume: false })
        {
            if (clock is not null && deliberation.Journey.Standing == JourneyStanding.Closed)
            {
                Put(deliberation, clock, clock with { MayBeAmended = false });
            }

            if (matched is not null)
            {
                Begin(deliberation, matched, DesiredClock.Of(matched, deliberation.Definition, deliberation.Journey, at), at);
            }

            return;
        }

        ResponseTarget current = TargetOf(deliberation, clock)!;
        bool isKept =
            (clock.Policy == deliberation.Definition.Version ? current : matched ?? current).Draft.Retargeting == Retargeting.Keep;
        ResponseTarget? target = isKept ? current : matched;
        if (target is null)
        {
            Put(deliberation, clock, Withdrawn(deliberation, clock, at, ClockReasons.NoTarget));
            return;
        }

        ClockMovement hand = HandOf(deliberation, target);
        DesiredClock wish = DesiredClock.Of(target, deliberation.Definition, deliberation.Journey, at);
        JourneyClock next = clock;
        if (!isKept && clock.IsOpen && !hand.Holds(clock))
        {
            next = hand.Retarget(
                next,
                at,
                clock.Policy == deliberation.Definition.Version && clock.Place == target.Place
                    ? ClockReasons.UnderChangedTarget.With(target.Place, deliberation.Definition.Version)
                    : ClockReasons.UnderTarget.With(target.Place, deliberation.Definition.Version)
            );
        }

        if (clock.IsOpen)
        {
            Follow(deliberation, target, hand, (clock, next), wish, at);
        }
        else if (wish.IsOpen && !target.Draft.IsUpdate && target.Draft.Reopening != Reopening.NewCycle)
        {
            DateTimeOffset reopenedAt = deliberation.Journey.Exchange.ReopenedAt ?? at;
            next = hand.Reopen(next, reopenedAt, wish.Runs, ClockReasons.Reopened);
            Put(deliberation, clock, isKept || hand.Holds(next) ? next : hand.Retarget(next, reopenedAt, ClockReasons.Reopened));
        }
        else if (wish.IsOpen || deliberation.Journey.Standing == JourneyStanding.Closed)
        {
            bool mayBeAmended = clock.MayBeAmended && deliberation.Journey.Standing != JourneyStanding.Closed;
            Put(deliberation, clock, clock with { MayResume = false, MayBeAmended = mayBeAmended });
            Begin(deliberation, target, wish with { At = deliberation.Journey.Exchange.ReopenedAt ?? at }, at);
        }
    }

    /// <summary>An open clock: it ends, or a new one follows it, or it turns.</summary>
    private static void Follow(
        Deliberation deliberation,
        ResponseTarget target,
        ClockMovement hand,
        (JourneyClock Known, JourneyClock Now) clock,
        DesiredClock wish,
        DateTimeOffset at
    )
    {
        JourneyClock next = clock.Now;
        if (!wish.IsOpen)
        {
            bool isMet = wish.Status == ClockStatus.Met;
            bool mayResume =
                deliberation.Journey.Standing == JourneyStanding.Solved && !target.Draft.IsUpdate && !(target.Draft.IsAnswer && isMet);
            DateTimeOffset endedAt =
                wish.Status is null ? at
                : isMet ? Amendments.AnswerTo(deliberation, target, next) ?? wish.At
                : wish.At;
            JourneyClock ended = hand.End(next, endedAt, isMet, wish.Reason, mayResume);
            Put(deliberation, clock.Known, ended with { MayBeAmended = Amendments.MayAmend(deliberation, target) }, isMet);
        }
        else if (target.IsCyclic && wish.At > next.StartedAt)
        {
            Put(
                deliberation,
                clock.Known,
                hand.End(
                    next,
                    target.Draft.IsUpdate ? wish.At : Amendments.AnswerTo(deliberation, target, next) ?? at,
                    isMet: true,
                    target.Draft.IsUpdate ? ClockReasons.Told : ClockReasons.Answered,
                    mayResume: false
                ),
                hasCome: true
            );
            Begin(deliberation, target, wish, at);
        }
        else if (target.Metric == ResponseMetric.NextAnswer && wish.At < next.StartedAt && next.Since == next.StartedAt)
        {
            // A message that was written earlier is reported later: it is the one that has waited longest.
            Put(deliberation, clock.Known, hand.Plan(next with { StartedAt = wish.At, Since = wish.At }));
        }
        else
        {
            Put(
                deliberation,
                clock.Known,
                wish.Runs == (next.Status == ClockStatus.Running) ? next : hand.Turn(next, at, wish.Runs, wish.Reason)
            );
        }
    }

    private static void Begin(Deliberation deliberation, ResponseTarget target, DesiredClock wish, DateTimeOffset at)
    {
        if (!wish.IsOpen || (!wish.Runs && target.Metric is (ResponseMetric.WorkTime or ResponseMetric.RequesterWait)))
        {
            return;
        }

        ClockMovement hand = HandOf(deliberation, target);
        int cycle = deliberation.Journey.Clocks.CyclesOf(target.Clock) + 1;
        JourneyClock clock = hand.Start(cycle, wish.At, wish.Runs || wish.At < at, wish.Reason);
        if (clock.DueAt <= at && wish.At < at && !target.IsCyclic)
        {
            // The target came to hold after it was asked, and nothing is breached by that alone.
            clock = hand.Plan(clock with { Budget = hand.UsedBy(clock, at) + target.Budget });
        }

        Put(deliberation, null, wish.Runs == (clock.Status == ClockStatus.Running) ? clock : hand.Turn(clock, at, wish.Runs, wish.Reason));
    }

    /// <summary>The clock stands so now; what was promised of a cycle that has ended has come, or is no longer waited for.</summary>
    public static void Put(Deliberation deliberation, JourneyClock? known, JourneyClock clock, bool hasCome = false)
    {
        JourneyClock next = clock.About(deliberation.Journey.Exchange);
        if (next != known)
        {
            deliberation.Add(new ClockMoved(next));
        }

        if (known is { IsOpen: true } && !next.IsOpen)
        {
            Promising.Settle(deliberation, next.Clock, next.Cycle, next.EndedAt!.Value, hasCome);
        }
    }

    private static JourneyClock Withdrawn(Deliberation deliberation, JourneyClock clock, DateTimeOffset at, Reason reason) =>
        ClockSegments.End(clock, at, deliberation.CalendarOf(clock.Calendar), isMet: false, reason, mayResume: false);

    private static bool Matches(Deliberation deliberation, ResponseTarget target)
    {
        Exchange exchange = deliberation.Journey.Exchange;
        return target.Matches(
            exchange.Channel,
            exchange.Priority,
            exchange.Topic,
            target.Draft.Segments.Count == 0 ? null : deliberation.TraitsOf(deliberation.Definition.Roles[0])?.Segments
        );
    }
}
