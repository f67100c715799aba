using NodaTime;

namespace CustomerTouchpoints.Tests.Responses.Calendars;

/// <summary>
/// Open time as somebody finds it who sits before a wall clock, notes each minute what it shows, and knows no other rule than this: an
/// edge has come as soon as the clock shows it, or a later time, for the first time.
/// </summary>
internal sealed class MinuteByMinute
{
    private const int DayOfMinutes = 24 * 60;

    private readonly long[] shown;
    private readonly bool[] isOpen;

    /// <summary>How many open minutes have passed when a minute begins.</summary>
    private readonly int[] passed;

    /// <summary>The minute at whose beginning so many open minutes have passed for the first time.</summary>
    private readonly List<int> firstWith = [0];

    private readonly int?[] nextOpen;

    public MinuteByMinute(DateTimeZone zone, Instant start, int minutes, DeclaredHours hours)
    {
        shown = new long[minutes];
        isOpen = new bool[minutes];
        passed = new int[minutes + 1];
        nextOpen = new int?[minutes + 1];
        for (int minute = 0; minute < minutes; minute++)
        {
            Instant instant = start + Duration.FromMinutes(minute);
            shown[minute] = (instant.ToUnixTimeSeconds() + zone.GetUtcOffset(instant).Seconds) / 60;
        }

        Note(hours);
        for (int minute = 0; minute < minutes; minute++)
        {
            passed[minute + 1] = passed[minute] + (isOpen[minute] ? 1 : 0);
            if (isOpen[minute])
            {
                firstWith.Add(minute + 1);
            }
        }

        for (int minute = minutes - 1; minute >= 0; minute--)
        {
            nextOpen[minute] = isOpen[minute] ? minute : nextOpen[minute + 1];
        }
    }

    public int Minutes => shown.Length;

    public bool IsOpen(int minute) => isOpen[minute];

    /// <summary>Null when no minute is open any more.</summary>
    public int? NextOpening(int minute) => nextOpen[minute];

    public int Between(int from, int to) => passed[to] - passed[from];

    /// <summary>Null when the minutes do not suffice.</summary>
    public int? Add(int from, int minutes) =>
        minutes == 0 ? from
        : passed[from] + minutes < firstWith.Count ? firstWith[passed[from] + minutes]
        : null;

    private void Note(DeclaredHours hours)
    {
        long firstDay = (shown.Min() / DayOfMinutes) - 2;
        long lastDay = (shown.Max() / DayOfMinutes) + 1;
        for (long day = firstDay; day <= lastDay; day++)
        {
            DateOnly date = DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)day);
            if (!hours.Shifts.Any(shift => shift.Date == date) && !hours.Holidays.Contains(date))
            {
                bool endsAtMidnight = hours.Holidays.Contains(date.AddDays(1));
                foreach (DeclaredHours.OfDay each in hours.Weekly.Where(each => each.Day == date.DayOfWeek))
                {
                    Mark(day, each.From, endsAtMidnight && each.To <= each.From ? 0 : each.To, open: true);
                }
            }

            foreach (DeclaredHours.OfDate shift in hours.Shifts.Where(shift => shift.Date == date))
            {
                Mark(day, shift.From, shift.To, open: true);
            }
        }

        for (long day = firstDay; day <= lastDay; day++)
        {
            DayOfWeek name = DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)day).DayOfWeek;
            foreach (DeclaredHours.OfDay pause in hours.Breaks.Where(pause => pause.Day == name))
            {
                Mark(day, pause.From, pause.To, open: false);
            }
        }
    }

    private void Mark(long day, int from, int to, bool open)
    {
        int end = FirstShowing((day * DayOfMinutes) + (to > from ? to : to + DayOfMinutes));
        for (int minute = FirstShowing((day * DayOfMinutes) + from); minute < end; minute++)
        {
            isOpen[minute] = open;
        }
    }

    private int FirstShowing(long reading)
    {
        int minute = 0;
        while (minute < shown.Length && shown[minute] < reading)
        {
            minute++;
        }

        return minute;
    }
}
