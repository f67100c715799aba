namespace CustomerTouchpoints.Responses.Clocks;

/// <summary>Ends the segments of clocks: what was used in one is counted by the calendar that it ran under, and never again.</summary>
internal static class ClockSegments
{
    /// <summary>The time that is used by an instant.</summary>
    public static TimeSpan UsedBy(JourneyClock clock, DateTimeOffset at, BusinessCalendar calendar) =>
        clock.Status == ClockStatus.Running && at > clock.Since ? clock.Used + calendar.Between(clock.Since, at) : clock.Used;

    /// <summary>
    /// Ends the segment that a clock is in. It is breached when more than its budget is used: with its true time, whether or not anybody
    /// has noticed. A breach that was noticed, and turns out to lie after the end, was none.
    /// </summary>
    public static JourneyClock Cut(JourneyClock clock, DateTimeOffset at, BusinessCalendar calendar)
    {
        DateTimeOffset until = at > clock.Since ? at : clock.Since;
        TimeSpan used = UsedBy(clock, until, calendar);
        bool isOfThisSegment = clock.BreachedAt is null || clock.BreachedAt == clock.DueAt;
        return clock with
        {
            Used = used,
            Since = until,
            BreachedAt = isOfThisSegment
                ? used > clock.Budget
                    ? clock.DueAt
                    : null
                : clock.BreachedAt,
        };
    }

    /// <summary>Ends an open clock; one that has ended until a reopening is let go.</summary>
    public static JourneyClock End(
        JourneyClock clock,
        DateTimeOffset at,
        BusinessCalendar calendar,
        bool isMet,
        Reason reason,
        bool mayResume
    )
    {
        if (!clock.IsOpen)
        {
            return clock with { MayResume = mayResume };
        }

        JourneyClock cut = Cut(clock, at, calendar);
        return cut with
        {
            Status =
                cut.BreachedAt is not null ? ClockStatus.Missed
                : isMet ? ClockStatus.Met
                : ClockStatus.Withdrawn,
            Reason = reason,
            EndedAt = cut.Since,
            DueAt = null,
            NextAt = null,
            MayResume = mayResume,
        };
    }
}
