using CustomerTouchpoints.Responses;
using NodaTime;

namespace CustomerTouchpoints.Tests.Responses.Calendars;

/// <summary>
/// Hours as a person would note them down, for a calendar to be built from and for the oracle to go by. Times are minutes of a day.
/// </summary>
public sealed record DeclaredHours(
    IReadOnlyList<DeclaredHours.OfDay> Weekly,
    IReadOnlyList<DeclaredHours.OfDay> Breaks,
    IReadOnlyList<DeclaredHours.OfDate> Shifts,
    IReadOnlyList<DateOnly> Holidays
)
{
    public static DeclaredHours None { get; } = new([], [], [], []);

    public BusinessCalendar In(string zone)
    {
        BusinessCalendarBuilder builder = BusinessCalendar.In(zone).Holiday(Holidays);
        foreach (OfDay hours in Weekly)
        {
            builder.Open(hours.Day, Time(hours.From), Time(hours.To));
        }

        foreach (OfDay pause in Breaks)
        {
            builder.Break(pause.Day, Time(pause.From), Time(pause.To));
        }

        foreach (OfDate shift in Shifts)
        {
            builder.Shift(shift.Date, Time(shift.From), Time(shift.To));
        }

        return builder.Build();
    }

    /// <summary>What is between two wall-clock readings, which may lie on different dates, less than a day apart.</summary>
    public static OfDay Between(LocalDateTime from, LocalDateTime to)
    {
        LocalDateTime latest = from.PlusMinutes((24 * 60) - 1);
        return new OfDay((DayOfWeek)((int)from.DayOfWeek % 7), MinuteOf(from), MinuteOf(LocalDateTime.Min(to, latest)));
    }

    public static int MinuteOf(LocalDateTime reading) => (reading.Hour * 60) + reading.Minute;

    private static TimeOnly Time(int minute) => new(minute / 60 % 24, minute % 60);

    /// <summary>Hours or a break of each such day of the week. An end that is not after its start is on the next day.</summary>
    public sealed record OfDay(DayOfWeek Day, int From, int To);

    /// <summary>A shift of one date.</summary>
    public sealed record OfDate(DateOnly Date, int From, int To);
}
