using CustomerTouchpoints.Responses.Targets;

namespace CustomerTouchpoints.Responses.Clocks;

/// <summary>
/// Moves one clock: every movement ends its segment at an instant, counts what was used in it by the calendar that it ran under, and begins
/// the next. A pure function of clock and instant.
/// </summary>
/// <param name="target">The target that holds.</param>
/// <param name="policy">The version of the lifecycle that declares it.</param>
/// <param name="calendars">Finds a calendar by its version.</param>
internal sealed class ClockMovement(ResponseTarget target, int policy, Func<string, BusinessCalendar> calendars)
{
    public JourneyClock Start(int cycle, DateTimeOffset at, bool runs, Reason reason) =>
        Plan(
            new JourneyClock
            {
                Clock = target.Clock,
                Cycle = cycle,
                Metric = target.Metric,
                Status = runs ? ClockStatus.Running : ClockStatus.Paused,
                Reason = reason,
                Policy = policy,
                Place = target.Place,
                Calendar = target.Calendar.Version,
                Target = target.Draft.Within,
                Budget = target.Budget,
                StartedAt = at,
                Since = at,
            }
        );

    /// <summary>Lets it run, or stand still, from an instant on.</summary>
    public JourneyClock Turn(JourneyClock clock, DateTimeOffset at, bool runs, Reason reason) =>
        Plan(
            ClockSegments.Cut(clock, at, calendars(clock.Calendar)) with
            {
                Status = runs ? ClockStatus.Running : ClockStatus.Paused,
                Reason = reason,
            }
        );

    /// <summary>
    /// Ends it: what it waited for has come, or is no longer needed. An answer that was given in an earlier segment ends it there.
    /// </summary>
    public JourneyClock End(JourneyClock clock, DateTimeOffset at, bool isMet, Reason reason, bool mayResume)
    {
        JourneyClock open = target.Draft.IsAnswer && isMet ? Plan(ClockSegments.BroughtBack(clock, at)) : clock;
        return ClockSegments.End(open, at, calendars(open.Calendar), isMet, reason, mayResume);
    }

    /// <summary>Lets it go on after a reopening. The time since its end is a segment of its own, and does not count.</summary>
    public JourneyClock Reopen(JourneyClock clock, DateTimeOffset at, bool runs, Reason reason)
    {
        DateTimeOffset since = at > clock.Since ? at : clock.Since;
        JourneyClock reopened = clock with
        {
            Status = runs ? ClockStatus.Running : ClockStatus.Paused,
            Reason = reason,
            Since = since,
            EndedAt = null,
            MayResume = false,
            MayBeAmended = false,
            Marks = null,
        };
        return Plan(
            target.Draft.Reopening == Reopening.Restart
                ? reopened with
                {
                    StartedAt = since,
                    Used = TimeSpan.Zero,
                    Budget = target.Budget,
                    Passed = 0,
                }
                : reopened
        );
    }

    /// <summary>Puts it under this target, as the target's choice says.</summary>
    public JourneyClock Retarget(JourneyClock clock, DateTimeOffset at, Reason reason)
    {
        BusinessCalendar before = calendars(clock.Calendar);
        JourneyClock cut = ClockSegments.Cut(clock, at, before);
        TimeSpan budget =
            target.Draft.Retargeting == Retargeting.FromStart || cut.BreachedAt is not null ? target.Budget : BudgetFromNow(cut, before);
        return Plan(
            cut with
            {
                Reason = reason,
                Policy = policy,
                Place = target.Place,
                Calendar = target.Calendar.Version,
                Target = target.Draft.Within,
                Budget = budget,
                Marks = null,
            }
        );
    }

    /// <summary>Whether a clock runs under this target as it is now: another calendar, or another span, makes it another target.</summary>
    public bool Holds(JourneyClock clock) => clock.Place == target.Place && clock.Policy == policy && !HasChanged(clock, target);

    /// <summary>
    /// Whether a target says something else than when the clock came under it. A calendar that has changed has another version.
    /// </summary>
    public static bool HasChanged(JourneyClock clock, ResponseTarget target) =>
        clock.Calendar != target.Calendar.Version || clock.Target != target.Draft.Within;

    /// <summary>The time that is used by an instant.</summary>
    public TimeSpan UsedBy(JourneyClock clock, DateTimeOffset at) => ClockSegments.UsedBy(clock, at, calendars(clock.Calendar));

    /// <summary>Computes when it is due, and when there is something to do about it.</summary>
    public JourneyClock Plan(JourneyClock clock)
    {
        if (clock.Status != ClockStatus.Running)
        {
            return clock with { DueAt = null, NextAt = null };
        }

        BusinessCalendar calendar = calendars(clock.Calendar);
        DateTimeOffset? due = After(calendar, clock.Since, clock.Budget - clock.Used);
        DateTimeOffset? next =
            clock.BreachedAt is not null ? null
            : target.Mark(clock.Passed, clock.Budget) is { } mark ? After(calendar, clock.Since, mark - clock.Used)
            : Breach(calendar, due);
        DateTimeOffset? again = target.Draft.Sends && clock.Again is { } used ? After(calendar, clock.Since, used - clock.Used) : null;
        return clock with { DueAt = due, NextAt = again < next ? again : next ?? again };
    }

    /// <summary>Whether what it comes to next is an update that is due anew, and neither a mark nor its deadline.</summary>
    public bool ComesToSayAgain(JourneyClock clock) => clock.Again is not null && clock.NextAt != Plan(clock with { Again = null }).NextAt;

    /// <summary>
    /// Has an update be due anew, once as much time more is used as lies between two; those that were missed by an instant are one.
    /// </summary>
    public JourneyClock SayAgain(JourneyClock clock, DateTimeOffset at) =>
        Plan(clock with { Again = LatestUpdate(clock, at) + target.Draft.Within });

    /// <summary>When the latest update was due by an instant: what is told then is as fresh as that.</summary>
    public DateTimeOffset UpdateDueBy(JourneyClock clock, DateTimeOffset at) =>
        After(calendars(clock.Calendar), clock.Since, LatestUpdate(clock, at) - clock.Used) ?? at;

    /// <summary>How much time was used when the latest update was due.</summary>
    private TimeSpan LatestUpdate(JourneyClock clock, DateTimeOffset at)
    {
        TimeSpan first = clock.Budget - ResponseTarget.TimeToLeave;
        TimeSpan since = UsedBy(clock, at) - first;
        return since > TimeSpan.Zero ? first + (target.Draft.Within * (since.Ticks / target.Draft.Within.Ticks)) : first;
    }

    /// <summary>When a deadline is missed: what is due at closing time may still be met before the next opening.</summary>
    private static DateTimeOffset? Breach(BusinessCalendar calendar, DateTimeOffset? due) =>
        due is null ? null : calendar.NextOpening(due.Value);

    /// <summary>A laxer target counts from the start; a stricter one from now, but no later than what was due before.</summary>
    private TimeSpan BudgetFromNow(JourneyClock cut, BusinessCalendar before)
    {
        DateTimeOffset dueBefore = After(before, cut.Since, cut.Budget - cut.Used) ?? DateTimeOffset.MaxValue;
        DateTimeOffset fromStart = After(target.Calendar, cut.Since, target.Budget - cut.Used) ?? DateTimeOffset.MaxValue;
        if (fromStart >= dueBefore)
        {
            return target.Budget;
        }

        TimeSpan left = dueBefore == DateTimeOffset.MaxValue ? target.Budget : target.Calendar.Between(cut.Since, dueBefore);
        return cut.Used + (left > TimeSpan.Zero && left < target.Budget ? left : target.Budget);
    }

    /// <summary>
    /// When so much time has passed, to the microsecond, as stores keep it; null when the calendar has no such time left.
    /// </summary>
    private static DateTimeOffset? After(BusinessCalendar calendar, DateTimeOffset from, TimeSpan span) =>
        calendar.TryAdd(from, span > TimeSpan.Zero ? span : TimeSpan.Zero, out DateTimeOffset? end)
            ? end.Value.AddTicks(-(end.Value.Ticks % TimeSpan.TicksPerMicrosecond))
            : null;
}
