using CustomerTouchpoints.Responses.Calendars;

namespace CustomerTouchpoints.Responses;

/// <summary>Declares a calendar's hours. The order of the calls does not matter, and hours that overlap are united.</summary>
/// <remarks>
/// <para>
/// An interval ends before its end. An end before its start is on the next day; an end of 00:00 is the midnight after. An interval
/// belongs to the date on which it begins: so does the whole night that begins with <c>Open(DayOfWeek.Friday, new(22, 0), new(6, 0))</c>.
/// </para>
/// <para>Not thread-safe. It can be used on after <see cref="Build"/>: calendars that were built stay as they are.</para>
/// </remarks>
public sealed class BusinessCalendarBuilder
{
    private readonly ScheduleDraft draft;

    internal BusinessCalendarBuilder(ScheduleDraft draft) => this.draft = draft;

    /// <summary>Opens on a day of every week. Say it once for each interval of the day.</summary>
    /// <exception cref="ArgumentException">A time has a fraction of a second, or both are the same and not 00:00.</exception>
    public BusinessCalendarBuilder Open(DayOfWeek day, TimeOnly from, TimeOnly to)
    {
        draft.Hours.Add((Known(day), Between(from, to)));
        return this;
    }

    /// <summary>Opens on some days of every week, from midnight to midnight.</summary>
    public BusinessCalendarBuilder OpenAllDay(params IReadOnlyList<DayOfWeek> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        draft.Hours.AddRange(days.Select(day => (Known(day), WholeDay)));
        return this;
    }

    /// <summary>Opens on every Monday, Tuesday, Wednesday, Thursday and Friday.</summary>
    /// <exception cref="ArgumentException">A time has a fraction of a second, or both are the same and not 00:00.</exception>
    public BusinessCalendarBuilder OpenWeekdays(TimeOnly from, TimeOnly to)
    {
        draft.Hours.AddRange(
            EveryDay.Where(day => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Select(day => (day, Between(from, to)))
        );
        return this;
    }

    /// <summary>Opens on every day of the week.</summary>
    /// <exception cref="ArgumentException">A time has a fraction of a second, or both are the same and not 00:00.</exception>
    public BusinessCalendarBuilder OpenDaily(TimeOnly from, TimeOnly to)
    {
        draft.Hours.AddRange(EveryDay.Select(day => (day, Between(from, to))));
        return this;
    }

    /// <summary>
    /// Opens on one date, in place of the hours that begin on that date otherwise, and even on a holiday. Say it once for each interval. A
    /// night that began the day before goes on to its end.
    /// </summary>
    /// <exception cref="ArgumentException">A time has a fraction of a second, or both are the same and not 00:00.</exception>
    public BusinessCalendarBuilder Shift(DateOnly date, TimeOnly from, TimeOnly to)
    {
        draft.Shifts.Add((date, Between(from, to)));
        return this;
    }

    /// <summary>Opens on one date from midnight to midnight, as <see cref="Shift"/> does.</summary>
    public BusinessCalendarBuilder ShiftAllDay(DateOnly date)
    {
        draft.Shifts.Add((date, WholeDay));
        return this;
    }

    /// <summary>Closes at a time of every day, within hours and shifts alike.</summary>
    /// <exception cref="ArgumentException">A time has a fraction of a second, or both are the same and not 00:00.</exception>
    public BusinessCalendarBuilder Break(TimeOnly from, TimeOnly to)
    {
        draft.Breaks.AddRange(EveryDay.Select(day => (day, Between(from, to))));
        return this;
    }

    /// <summary>Closes at a time of one day of every week, within hours and shifts alike.</summary>
    /// <exception cref="ArgumentException">A time has a fraction of a second, or both are the same and not 00:00.</exception>
    public BusinessCalendarBuilder Break(DayOfWeek day, TimeOnly from, TimeOnly to)
    {
        draft.Breaks.Add((Known(day), Between(from, to)));
        return this;
    }

    /// <summary>Closes at a time of one date, within hours and shifts alike.</summary>
    /// <exception cref="ArgumentException">A time has a fraction of a second, or both are the same and not 00:00.</exception>
    public BusinessCalendarBuilder Break(DateOnly date, TimeOnly from, TimeOnly to)
    {
        draft.DateBreaks.Add((date, Between(from, to)));
        return this;
    }

    /// <summary>
    /// Closes on some dates, from midnight to midnight: no hours begin on them, and a night that began the day before ends at midnight. A
    /// <see cref="Shift"/> is open all the same.
    /// </summary>
    public BusinessCalendarBuilder Holiday(params IReadOnlyList<DateOnly> dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        draft.Holidays.AddRange(dates);
        return this;
    }

    /// <summary>Closes on a date of every year, as <see cref="Holiday"/> does. 29 February is one in leap years.</summary>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to the month's last.</param>
    /// <exception cref="ArgumentOutOfRangeException">No year has such a date.</exception>
    public BusinessCalendarBuilder HolidayEveryYear(int month, int day)
    {
        const int LeapYear = 2000;
        if (month is < 1 or > 12)
        {
            throw new ArgumentOutOfRangeException(nameof(month), month, "A year has the months 1 to 12.");
        }

        if (day < 1 || day > DateTime.DaysInMonth(LeapYear, month))
        {
            throw new ArgumentOutOfRangeException(
                nameof(day),
                day,
                $"Month {month} has the days 1 to {DateTime.DaysInMonth(LeapYear, month)}."
            );
        }

        draft.YearlyHolidays.Add((month, day));
        return this;
    }

    /// <summary>The calendar.</summary>
    /// <exception cref="InvalidOperationException">It is never open: it has no hours, or breaks and holidays leave nothing of
    /// them.</exception>
    public BusinessCalendar Build()
    {
        var schedule = new Schedule(draft);
        return BusinessCalendar.OpenBy([schedule])
            ?? throw new InvalidOperationException(
                $"The calendar \"{schedule.Text}\" is never open: give it hours that breaks and holidays leave open, such as "
                    + "OpenWeekdays(new(9, 0), new(18, 0)), or use BusinessCalendar.AlwaysOpen."
            );
    }

    private static IReadOnlyList<DayOfWeek> EveryDay { get; } = Enum.GetValues<DayOfWeek>();

    private static Stretch WholeDay => new(0, Schedule.SecondsOfDay);

    private static DayOfWeek Known(DayOfWeek day) =>
        Enum.IsDefined(day)
            ? day
            : throw new ArgumentOutOfRangeException(nameof(day), day, "There is no such day of the week: use a member of DayOfWeek.");

    private static Stretch Between(TimeOnly from, TimeOnly to)
    {
        if (from == to && from != TimeOnly.MinValue)
        {
            throw new ArgumentException(
                $"From {from:HH:mm:ss} to {to:HH:mm:ss} may mean no time or a whole day: leave it out, or write 00:00 to 00:00 for the "
                    + "day from midnight to midnight.",
                nameof(to)
            );
        }

        long start = Second(from, nameof(from));
        long end = Second(to, nameof(to));
        return new Stretch(start, end > start ? end : end + Schedule.SecondsOfDay);
    }

    private static long Second(TimeOnly time, string name) =>
        time.Ticks % TimeSpan.TicksPerSecond == 0
            ? time.Ticks / TimeSpan.TicksPerSecond
            : throw new ArgumentException(
                $"{time:HH:mm:ss.fffffff} has a fraction of a second: hours begin and end with whole seconds.",
                name
            );
}
