namespace CustomerTouchpoints.Responses.Calendars;

/// <summary>The open time of one year, UTC, made to be asked. Instants and lengths are in ticks.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class OpenYear
{
    private readonly long[] starts;
    private readonly long[] ends;

    /// <summary>The open time of the year before each start.</summary>
    private readonly long[] before;

    private OpenYear(IReadOnlyList<Stretch> open)
    {
        starts = new long[open.Count];
        ends = new long[open.Count];
        before = new long[open.Count];
        for (int i = 0; i < open.Count; i++)
        {
            starts[i] = ToTicks(open[i].From);
            ends[i] = ToTicks(open[i].To);
            before[i] = Total;
            Total += ends[i] - starts[i];
        }
    }

    public long Total { get; }

    /// <summary>The time of a year that is open by all schedules.</summary>
    public static OpenYear Of(int year, IEnumerable<Schedule> schedules)
    {
        // Three days are more than an interval over midnight and the offset of any zone together.
        DateOnly first = new DateOnly(year, 1, 1).AddDays(-3);
        DateOnly last = new DateOnly(year, 12, 31).AddDays(3);
        List<Stretch> open = [new Stretch(SecondOf(year), SecondOf(year + 1))];
        foreach (Schedule schedule in schedules)
        {
            open = Stretches.Common(open, schedule.OpenBetween(first, last));
        }

        return new OpenYear(open);
    }

    public bool IsOpen(long instant) => LastStartedBy(instant) is >= 0 and var at && instant < ends[at];

    /// <summary>The open time from the year's beginning to an instant of the year.</summary>
    public long Before(long instant) =>
        LastStartedBy(instant) is >= 0 and var at ? before[at] + Math.Min(instant, ends[at]) - starts[at] : 0;

    /// <summary>
    /// The first instant at which so much of the year's open time has passed: more than none, at most <see cref="Total"/>.
    /// </summary>
    public long After(long open)
    {
        int at = Array.BinarySearch(before, open);
        at = (at >= 0 ? at : ~at) - 1;
        return starts[at] + (open - before[at]);
    }

    /// <summary>The first open instant of the year that is not before another.</summary>
    public long? NextOpening(long instant)
    {
        int at = LastStartedBy(instant);
        return at >= 0 && instant < ends[at] ? instant
            : at + 1 < starts.Length ? starts[at + 1]
            : null;
    }

    private int LastStartedBy(long instant)
    {
        int at = Array.BinarySearch(starts, instant);
        return at >= 0 ? at : ~at - 1;
    }

    private static long SecondOf(int year) => (new DateTime(year, 1, 1).Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;

    private static long ToTicks(long second) => (second * TimeSpan.TicksPerSecond) + DateTime.UnixEpoch.Ticks;
}
