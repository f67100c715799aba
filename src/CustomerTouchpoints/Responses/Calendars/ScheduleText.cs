using System.Globalization;

namespace CustomerTouchpoints.Responses.Calendars;

/// <summary>
/// A schedule in one line: <c>Europe/Rome; mon,tue 09:00-13:00 14:00-18:00; fri 22:00-06:00+1; 2026-12-24 09:00-12:00; break mon
/// 11:00-11:15; closed 2026-12-25; closed-yearly 01-01</c>. Written in one way only, read in any order.
/// </summary>
internal static class ScheduleText
{
    private const string Break = "break";
    private const string Closed = "closed";
    private const string ClosedYearly = "closed-yearly";
    private const string DateFormat = "yyyy-MM-dd";
    private const string NextDay = "+1";

    /// <summary>A leap year, so that each day of a year is in it.</summary>
    private const string LeapYear = "2000-";

    private static readonly string[] DayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private static readonly int[] MondayFirst = [1, 2, 3, 4, 5, 6, 0];

    public static string Write(Schedule schedule)
    {
        IEnumerable<string> parts =
        [
            schedule.Zone,
            .. OfDays(schedule.Hours, ""),
            .. OfDates(schedule.Shifts, ""),
            .. OfDays(schedule.Breaks, $"{Break} "),
            .. OfDates(schedule.DateBreaks, $"{Break} "),
            .. List(Closed, schedule.Holidays.Order().Select(date => Of(date))),
            .. List(
                ClosedYearly,
                schedule
                    .YearlyHolidays.Order()
                    .Select(date => string.Create(CultureInfo.InvariantCulture, $"{date.Month:00}-{date.Day:00}"))
            ),
        ];
        return string.Join("; ", parts);
    }

    /// <exception cref="ArgumentException">The text is none.</exception>
    public static Schedule Read(string text)
    {
        string[] parts = text.Split(';', StringSplitOptions.TrimEntries);
        var draft = new ScheduleDraft(parts[0]);
        foreach (string part in parts.Skip(1))
        {
            if (!IsRead(part.Split(' ', StringSplitOptions.RemoveEmptyEntries), draft))
            {
                throw new ArgumentException(
                    $"\"{Identifier.Shown(part)}\" is no part of a calendar: write it like \"mon,tue 09:00-13:00 14:00-18:00\", "
                        + "\"2026-12-24 22:00-06:00+1\", "
                        + "\"break mon 12:00-12:30\", \"closed 2026-12-25\" or \"closed-yearly 01-01\".",
                    nameof(text)
                );
            }
        }

        return new Schedule(draft);
    }

    private static IEnumerable<string> OfDays(IReadOnlyList<IReadOnlyList<Stretch>> days, string prefix) =>
        MondayFirst
            .Where(day => days[day].Count > 0)
            .GroupBy(day => Of(days[day]), day => DayNames[day])
            .Select(same => $"{prefix}{string.Join(',', same)} {same.Key}");

    private static IEnumerable<string> OfDates(IEnumerable<KeyValuePair<DateOnly, IReadOnlyList<Stretch>>> dates, string prefix) =>
        dates.OrderBy(date => date.Key).Select(date => $"{prefix}{Of(date.Key)} {Of(date.Value)}");

    private static IEnumerable<string> List(string word, IEnumerable<string> dates) =>
        string.Join(' ', dates) is { Length: > 0 } list ? [$"{word} {list}"] : [];

    private static string Of(IEnumerable<Stretch> stretches) =>
        string.Join(' ', stretches.Select(stretch => $"{Of(stretch.From)}-{Of(stretch.To)}"));

    private static string Of(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    private static string Of(long second)
    {
        bool isNextDay = second > Schedule.SecondsOfDay;
        long left = isNextDay ? second - Schedule.SecondsOfDay : second;
        string seconds = left % 60 == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{left % 60:00}");
        return string.Create(CultureInfo.InvariantCulture, $"{left / 3600:00}:{left / 60 % 60:00}{seconds}{(isNextDay ? NextDay : "")}");
    }

    private static bool IsRead(string[] words, ScheduleDraft draft)
    {
        switch (words)
        {
            case [Closed, _, ..]:
                return Each(
                    words.Skip(1),
                    word =>
                        DateOnly.TryParseExact(word, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
                            ? date
                            : null,
                    draft.Holidays
                );
            case [ClosedYearly, _, ..]:
                return Each(
                    words.Skip(1),
                    word =>
                        DateOnly.TryParseExact(
                            LeapYear + word,
                            DateFormat,
                            CultureInfo.InvariantCulture,
                            DateTimeStyles.None,
                            out DateOnly date
                        )
                            ? (date.Month, date.Day)
                            : null,
                    draft.YearlyHolidays
                );
            case [Break, _, _, ..]:
                return AreTimes(words[1], words.Skip(2), draft.Breaks, draft.DateBreaks);
            case [_, _, ..]:
                return AreTimes(words[0], words.Skip(1), draft.Hours, draft.Shifts);
            default:
                return false;
        }
    }

    private static bool AreTimes(
        string when,
        IEnumerable<string> times,
        List<(DayOfWeek Day, Stretch Stretch)> days,
        List<(DateOnly Date, Stretch Stretch)> dates
    )
    {
        var stretches = new List<Stretch>();
        if (!Each(times, ToStretch, stretches))
        {
            return false;
        }

        if (DateOnly.TryParseExact(when, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            dates.AddRange(stretches.Select(stretch => (date, stretch)));
            return true;
        }

        var named = new List<DayOfWeek>();
        bool areDays = Each(when.Split(','), word => Array.IndexOf(DayNames, word) is >= 0 and var day ? (DayOfWeek)day : null, named);
        days.AddRange(named.SelectMany(day => stretches.Select(stretch => (day, stretch))));
        return areDays;
    }

    private static Stretch? ToStretch(string word) =>
        word.Split('-') is [var from, var to]
        && ToSecond(from) is { } start
        && ToSecond(to) is { } end
        && start < end
        && start < Schedule.SecondsOfDay
            ? new Stretch(start, end)
            : null;

    private static long? ToSecond(string word)
    {
        bool isNextDay = word.EndsWith(NextDay, StringComparison.Ordinal);
        string time = isNextDay ? word[..^NextDay.Length] : word;
        long? second =
            TimeOnly.TryParseExact(time, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly read)
                ? read.Ticks / TimeSpan.TicksPerSecond
            : time == "24:00" && !isNextDay ? Schedule.SecondsOfDay
            : null;
        return isNextDay ? second + Schedule.SecondsOfDay : second;
    }

    private static bool Each<T>(IEnumerable<string> words, Func<string, T?> read, List<T> into)
        where T : struct
    {
        foreach (string word in words)
        {
            if (read(word) is not { } value)
            {
                return false;
            }

            into.Add(value);
        }

        return true;
    }
}
