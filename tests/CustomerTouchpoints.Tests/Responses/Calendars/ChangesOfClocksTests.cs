using System.Collections.Concurrent;
using CustomerTouchpoints.Responses;
using NodaTime;
using NodaTime.TimeZones;

namespace CustomerTouchpoints.Tests.Responses.Calendars;

/// <summary>
/// Every change of every zone's clocks from 2000 to 2037, with hours laid around it, before an oracle that goes by the minute.
/// </summary>
public sealed class ChangesOfClocksTests
{
    private const int Minutes = 52 * 60;
    private const int CasesOfEachChange = 3;
    private const int MostFaultsShown = 20;

    private static readonly Instant From = Instant.FromUtc(2000, 1, 1, 0, 0);
    private static readonly Instant Until = Instant.FromUtc(2038, 1, 1, 0, 0);

    [Test]
    public void Open_time_is_what_a_wall_clock_shows_minute_by_minute_at_every_change_of_every_zone()
    {
        var faults = new ConcurrentBag<string>();
        int changes = 0;
        int zones = 0;
        Parallel.ForEach(
            DateTimeZoneProviders.Tzdb.Ids,
            id =>
            {
                DateTimeZone zone = DateTimeZoneProviders.Tzdb[id];
                Interlocked.Increment(ref zones);
                int change = 0;
                foreach (ZoneInterval after in zone.GetZoneIntervals(From, Until).Skip(1))
                {
                    Interlocked.Increment(ref changes);
                    DeclaredHours[] cases = HoursAround(zone, after);
                    for (int i = 0; i < CasesOfEachChange; i++)
                    {
                        // Each zone meets every case, at one change or another.
                        int chosen = ((change * CasesOfEachChange) + i) % cases.Length;
                        if (faults.Count < MostFaultsShown && FaultOf(zone, after.Start, cases[chosen]) is { } fault)
                        {
                            faults.Add($"{zone.Id} at {after.Start}, case {chosen}: {fault}");
                        }
                    }

                    change++;
                }
            }
        );

        Assert.That(faults.Order(StringComparer.Ordinal), Is.Empty);
        Assert.That(zones, Is.EqualTo(DateTimeZoneProviders.Tzdb.Ids.Count));
        Assert.That(changes, Is.GreaterThan(15_000), "The zones hardly ever change their clocks: this test guards nothing.");
    }

    [TestCase("America/Sao_Paulo", "2018-11-04T03:00:00Z", Description = "midnight is missing")]
    [TestCase("America/Sao_Paulo", "2018-02-18T02:00:00Z", Description = "the hour before midnight comes twice")]
    [TestCase("Pacific/Apia", "2011-12-30T10:00:00Z", Description = "a whole day is missing")]
    [TestCase("Australia/Lord_Howe", "2025-10-04T15:30:00Z", Description = "half an hour is missing")]
    [TestCase("Australia/Lord_Howe", "2025-04-05T15:00:00Z", Description = "half an hour comes twice")]
    [TestCase("Asia/Pyongyang", "2018-05-04T15:00:00Z", Description = "half an hour before midnight is missing")]
    [TestCase("America/Caracas", "2007-12-09T07:00:00Z", Description = "half an hour comes twice, for good")]
    [TestCase("Antarctica/Troll", "2025-03-30T01:00:00Z", Description = "two hours are missing")]
    [TestCase("Europe/Dublin", "2025-10-26T01:00:00Z", Description = "winter is the exception")]
    [TestCase("Africa/Casablanca", "2025-02-23T02:00:00Z", Description = "the clocks go back for Ramadan")]
    public void Every_case_of_hours_holds_at_the_changes_that_are_odd(string zoneId, string at)
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb[zoneId];
        Instant change = NodaTime.Text.InstantPattern.General.Parse(at).Value;
        ZoneInterval after = zone.GetZoneInterval(change);
        Assert.That(after.Start, Is.EqualTo(change), "The clocks are not changed then.");
        Assert.That(HoursAround(zone, after).Select(hours => FaultOf(zone, change, hours)), Is.All.Null);
    }

    /// <summary>Hours with their edges before, on, within and behind the stretch of local time that is missing or comes twice.</summary>
    private static DeclaredHours[] HoursAround(DateTimeZone zone, ZoneInterval after)
    {
        LocalDateTime one = after.IsoLocalStart;
        LocalDateTime other = after.Start.WithOffset(zone.GetUtcOffset(after.Start - Duration.Epsilon)).LocalDateTime;
        LocalDateTime low = LocalDateTime.Min(one, other);
        LocalDateTime high = LocalDateTime.Max(one, other);
        long length = Period.Between(low, high, PeriodUnits.Minutes).Minutes;
        LocalDateTime middle = low.PlusMinutes(length / 2);
        DeclaredHours.OfDay[] always = [.. Enum.GetValues<DayOfWeek>().Select(day => new DeclaredHours.OfDay(day, 0, 0))];
        DeclaredHours.OfDay[] nights = [.. Enum.GetValues<DayOfWeek>().Select(day => new DeclaredHours.OfDay(day, 22 * 60, 6 * 60))];
        DeclaredHours.OfDay[] days = [.. Enum.GetValues<DayOfWeek>().Select(day => new DeclaredHours.OfDay(day, 9 * 60, 18 * 60))];
        return
        [
            Weekly(low.PlusMinutes(-90), high.PlusMinutes(90)),
            Weekly(middle, high.PlusMinutes(120)),
            Weekly(low.PlusMinutes(-120), middle),
            Weekly(low.PlusMinutes(length / 4), low.PlusMinutes(Math.Max(length / 4 * 3, 1))),
            Weekly(low, high.PlusMinutes(length == 0 ? 60 : 0)),
            DeclaredHours.None with
            {
                Weekly = [.. always.Where(day => day.Day == DayOf(low))],
            },
            DeclaredHours.None with
            {
                Weekly = [.. always.Where(day => day.Day == DayOf(high))],
            },
            DeclaredHours.None with
            {
                Weekly = always,
                Breaks = [DeclaredHours.Between(middle, high.PlusMinutes(30)), DeclaredHours.Between(low.PlusMinutes(-30), low)],
            },
            DeclaredHours.None with
            {
                Weekly = nights,
                Holidays = [DateOf(high)],
            },
            DeclaredHours.None with
            {
                Weekly = days,
                Shifts = [ShiftOf(low.PlusMinutes(-60), high.PlusMinutes(15)), ShiftOf(middle.PlusHours(5), middle.PlusHours(7))],
            },
            DeclaredHours.None with
            {
                Weekly = always,
                Holidays = [DateOf(low)],
                Breaks = [DeclaredHours.Between(middle.PlusHours(20), middle.PlusHours(21))],
            },
            DeclaredHours.None with
            {
                Weekly =
                [
                    DeclaredHours.Between(low.PlusMinutes(-1), middle.PlusMinutes(1)),
                    DeclaredHours.Between(high.PlusMinutes(-1), high.PlusMinutes(1)),
                    .. nights,
                ],
            },
        ];
    }

    private static DeclaredHours Weekly(LocalDateTime from, LocalDateTime to) =>
        DeclaredHours.None with
        {
            Weekly = [DeclaredHours.Between(from, to)],
        };

    private static DeclaredHours.OfDate ShiftOf(LocalDateTime from, LocalDateTime to)
    {
        DeclaredHours.OfDay hours = DeclaredHours.Between(from, to);
        return new DeclaredHours.OfDate(DateOf(from), hours.From, hours.To);
    }

    private static DateOnly DateOf(LocalDateTime reading) => reading.Date.ToDateOnly();

    private static DayOfWeek DayOf(LocalDateTime reading) => DateOf(reading).DayOfWeek;

    private static string? FaultOf(DateTimeZone zone, Instant change, DeclaredHours hours)
    {
        Instant start = change - Duration.FromMinutes(Minutes / 2);
        var oracle = new MinuteByMinute(zone, start, Minutes, hours);
        BusinessCalendar calendar = hours.In(zone.Id);
        DateTimeOffset first = start.ToDateTimeOffset();
        int pivot = (Minutes / 2) - 61;
        for (int minute = 0; minute < Minutes; minute += Math.Abs(minute - (Minutes / 2)) < 250 ? 1 : 7)
        {
            DateTimeOffset instant = first.AddMinutes(minute);
            string? fault =
                calendar.IsOpen(instant) != oracle.IsOpen(minute) || calendar.IsOpen(instant.AddSeconds(59)) != oracle.IsOpen(minute)
                    ? $"is it open at {instant:u}?"
                : oracle.NextOpening(minute) is { } next && calendar.NextOpening(instant) != first.AddMinutes(next)
                    ? $"the next opening after {instant:u} is {calendar.NextOpening(instant):u}, not {first.AddMinutes(next):u}"
                : calendar.Between(first, instant).TotalMinutes != oracle.Between(0, minute)
                    ? $"from {first:u} to {instant:u} are {calendar.Between(first, instant)}, not {oracle.Between(0, minute)} minutes"
                : AddFault(calendar, oracle, first, 0, minute)
                    ?? AddFault(calendar, oracle, first, pivot, minute)
                    ?? AddFault(calendar, oracle, first, minute, 45);
            if (fault is not null)
            {
                return $"{fault} ({calendar})";
            }
        }

        return null;
    }

    private static string? AddFault(BusinessCalendar calendar, MinuteByMinute oracle, DateTimeOffset first, int from, int minutes)
    {
        if (oracle.Add(from, minutes) is not { } end)
        {
            return null;
        }

        DateTimeOffset found = calendar.Add(first.AddMinutes(from), TimeSpan.FromMinutes(minutes));
        return found == first.AddMinutes(end)
            ? null
            : $"{minutes} minutes from {first.AddMinutes(from):u} end at {found:u}, not {first.AddMinutes(end):u}";
    }
}
