using System.Collections.Frozen;
using NodaTime;

namespace CustomerTouchpoints.Responses.Calendars;

/// <summary>
/// The hours of one zone: a week, and what is different on some dates. An interval belongs to the date on which it begins.
/// </summary>
/// <remarks>Immutable. Stretches are seconds since midnight of their date by the local clock, and may reach into the next date.</remarks>
internal sealed class Schedule
{
    public const long SecondsOfDay = 24 * 60 * 60;

    private static readonly int Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private readonly DateTimeZone zone;

    public Schedule(ScheduleDraft draft)
    {
        Zone = draft.Zone;
        zone = draft.ZoneRules;
        Hours = ByDay(draft.Hours);
        Breaks = ByDay(draft.Breaks);
        Shifts = ByDate(draft.Shifts);
        DateBreaks = ByDate(draft.DateBreaks);
        Holidays = draft.Holidays.ToFrozenSet();
        YearlyHolidays = draft.YearlyHolidays.ToFrozenSet();
        Text = ScheduleText.Write(this);
    }

    public string Zone { get; }

    /// <summary>By day of the week, Sunday first as <see cref="DayOfWeek"/> counts.</summary>
    public IReadOnlyList<IReadOnlyList<Stretch>> Hours { get; }

    public IReadOnlyList<IReadOnlyList<Stretch>> Breaks { get; }

    public FrozenDictionary<DateOnly, IReadOnlyList<Stretch>> Shifts { get; }

    public FrozenDictionary<DateOnly, IReadOnlyList<Stretch>> DateBreaks { get; }

    public FrozenSet<DateOnly> Holidays { get; }

    public FrozenSet<(int Month, int Day)> YearlyHolidays { get; }

    /// <summary>The same for the same content, in whatever order it was declared.</summary>
    public string Text { get; }

    /// <summary>The same hours by the clock of another zone.</summary>
    public Schedule In(string other) => ScheduleText.Read(other + Text[Zone.Length..]);

    /// <summary>The open time that begins on some dates, in seconds since 1970, UTC.</summary>
    public List<Stretch> OpenBetween(DateOnly first, DateOnly last)
    {
        var open = new List<Stretch>();
        var closed = new List<Stretch>();
        for (DateOnly date = first; date <= last; date = date.AddDays(1))
        {
            long midnight = (date.DayNumber - Epoch) * SecondsOfDay;
            int day = (int)date.DayOfWeek;
            open.AddRange(OpenOn(date).Select(stretch => stretch.Shifted(midnight)));
            closed.AddRange(Breaks[day].Concat(DateBreaks.GetValueOrDefault(date, [])).Select(stretch => stretch.Shifted(midnight)));
        }

        var clock = new LocalClock(zone);
        List<Stretch> local = Stretches.Without(Stretches.Union(open), Stretches.Union(closed));
        return Stretches.Union(local.Select(stretch => new Stretch(clock.Shows(stretch.From), clock.Shows(stretch.To))));
    }

    private IReadOnlyList<Stretch> OpenOn(DateOnly date)
    {
        if (Shifts.TryGetValue(date, out IReadOnlyList<Stretch>? shifts))
        {
            return shifts;
        }

        IReadOnlyList<Stretch> hours = IsHoliday(date) ? [] : Hours[(int)date.DayOfWeek];
        return hours.Count > 0 && hours[^1].To > SecondsOfDay && IsHoliday(date.AddDays(1))
            ? Stretches.Common(hours, [new Stretch(0, SecondsOfDay)])
            : hours;
    }

    private bool IsHoliday(DateOnly date) => Holidays.Contains(date) || YearlyHolidays.Contains((date.Month, date.Day));

    private static IReadOnlyList<Stretch>[] ByDay(IEnumerable<(DayOfWeek Day, Stretch Stretch)> declared)
    {
        ILookup<DayOfWeek, Stretch> days = declared.ToLookup(each => each.Day, each => each.Stretch);
        return [.. Enum.GetValues<DayOfWeek>().Select(day => Stretches.Union(days[day]))];
    }

    private static FrozenDictionary<DateOnly, IReadOnlyList<Stretch>> ByDate(IEnumerable<(DateOnly Date, Stretch Stretch)> declared) =>
        declared
            .GroupBy(each => each.Date, each => each.Stretch)
            .ToFrozenDictionary(date => date.Key, IReadOnlyList<Stretch> (date) => Stretches.Union(date));
}
