using System.Collections.Immutable;

namespace CustomerTouchpoints.Responses.Clocks;

/// <summary>Ends the segments of clocks: what was used in one is counted by the calendar that it ran under, and never again.</summary>
internal static class ClockSegments
{
    /// <summary>How many segments a clock can be brought back over.</summary>
    private const int MostMarks = 12;

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
            Marks = clock.Metric is ResponseMetric.FirstAnswer or ResponseMetric.NextAnswer ? WithMarkOf(clock) : null,
            BreachedAt = isOfThisSegment
                ? used > clock.Budget
                    ? clock.DueAt
                    : null
                : clock.BreachedAt,
        };
    }

    /// <summary>
    /// The clock as it was in the segment of an instant that has passed; where that can't be known any more, in the earliest that is
    /// remembered.
    /// </summary>
    public static JourneyClock BroughtBack(JourneyClock clock, DateTimeOffset at)
    {
        ImmutableArray<ClockMark> marks = clock.Marks ?? [];
        while (!marks.IsEmpty && (at < clock.Since || !clock.IsOpen))
        {
            ClockMark mark = marks[^1];
            marks = marks.RemoveAt(marks.Length - 1);
            clock = clock with
            {
                Status = mark.Runs ? ClockStatus.Running : ClockStatus.Paused,
                Since = mark.Since,
                Used = mark.Used,
                Marks = marks.IsEmpty ? null : marks,
                BreachedAt = clock.BreachedAt <= mark.Since ? clock.BreachedAt : null,
                EndedAt = null,
                MayResume = false,
                MayBeAmended = false,
            };
        }

        return clock;
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
            return clock with { MayResume = mayResume, MayBeAmended = false };
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

    private static ImmutableArray<ClockMark> WithMarkOf(JourneyClock clock)
    {
        ImmutableArray<ClockMark> marks = clock.Marks ?? [];
        return (marks.Length < MostMarks ? marks : marks.RemoveAt(0)).Add(
            new ClockMark(clock.Since, clock.Used, clock.Status == ClockStatus.Running)
        );
    }
}
