using CustomerTouchpoints.Responses;
using static System.DayOfWeek;

namespace CustomerTouchpoints.Tests.Responses.Calendars;

/// <summary>Given hours and instants in Rome, when somebody asks, then this. November is winter time, one hour ahead of UTC.</summary>
public sealed class BusinessCalendarTests
{
    private static readonly BusinessCalendar Desk = Rome.OpenWeekdays(new(9, 0), new(13, 0)).OpenWeekdays(new(14, 0), new(18, 0)).Build();

    private static BusinessCalendarBuilder Rome => BusinessCalendar.In("Europe/Rome");

    [TestCase("Mon 23 09:00", "Mon 23 18:00", 480, Description = "lunch does not count")]
    [TestCase("Mon 23 12:30", "Mon 23 14:30", 60, Description = "over lunch")]
    [TestCase("Fri 27 17:30", "Mon 30 09:30", 60, Description = "over a weekend")]
    [TestCase("Sat 28 10:00", "Sun 29 22:00", 0, Description = "closed")]
    [TestCase("Mon 23 08:00", "Mon 30 08:00", 2400, Description = "a week")]
    [TestCase("Mon 30 09:30", "Fri 27 17:30", -60, Description = "backwards")]
    public void Open_time_between_two_instants(string from, string to, int minutes) =>
        Assert.That(Desk.Between(At(from), At(to)), Is.EqualTo(TimeSpan.FromMinutes(minutes)));

    [TestCase("Mon 23 09:00", 0, "Mon 23 09:00")]
    [TestCase("Sat 28 10:00", 0, "Sat 28 10:00", Description = "nothing ends where it begins, open or not")]
    [TestCase("Mon 23 09:00", 240, "Mon 23 13:00", Description = "exactly on closing time stays there")]
    [TestCase("Mon 23 09:00", 241, "Mon 23 14:01")]
    [TestCase("Fri 27 17:00", 60, "Fri 27 18:00", Description = "the last minute of a week")]
    [TestCase("Fri 27 17:00", 61, "Mon 30 09:01")]
    [TestCase("Fri 27 18:00", 1, "Mon 30 09:01", Description = "closing time is closed")]
    [TestCase("Sun 29 03:00", 480, "Mon 30 18:00")]
    public void Open_time_added_to_an_instant(string from, int minutes, string end) =>
        Assert.That(Desk.Add(At(from), TimeSpan.FromMinutes(minutes)), Is.EqualTo(At(end)));

    [TestCase("Mon 23 08:59", false, "Mon 23 09:00")]
    [TestCase("Mon 23 09:00", true, "Mon 23 09:00")]
    [TestCase("Mon 23 13:00", false, "Mon 23 14:00")]
    [TestCase("Fri 27 18:00", false, "Mon 30 09:00")]
    public void Open_or_when_next(string instant, bool isOpen, string next)
    {
        Assert.That(Desk.IsOpen(At(instant)), Is.EqualTo(isOpen));
        Assert.That(Desk.NextOpening(At(instant)), Is.EqualTo(At(next)));
    }

    [Test]
    public void Answers_are_in_utc_whatever_the_question_was_in()
    {
        DateTimeOffset inTokyo = At("Mon 23 10:00").ToOffset(TimeSpan.FromHours(9));
        Assert.That(Desk.Add(inTokyo, TimeSpan.FromMinutes(1)).Offset, Is.EqualTo(TimeSpan.Zero));
        Assert.That(Desk.Add(inTokyo, TimeSpan.Zero).Offset, Is.EqualTo(TimeSpan.Zero));
        Assert.That(Desk.NextOpening(inTokyo)!.Value.Offset, Is.EqualTo(TimeSpan.Zero));
        Assert.That(BusinessCalendar.AlwaysOpen.NextOpening(inTokyo)!.Value.Offset, Is.EqualTo(TimeSpan.Zero));
        Assert.That(BusinessCalendar.AlwaysOpen.Add(inTokyo, TimeSpan.Zero).Offset, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public void A_tick_is_counted_as_a_tick()
    {
        BusinessCalendar seconds = Rome.Open(Monday, new(9, 0, 1), new(9, 0, 3)).Build();
        DateTimeOffset start = At("Mon 23 09:00");
        Assert.That(seconds.IsOpen(start.AddSeconds(1).AddTicks(-1)), Is.False);
        Assert.That(seconds.IsOpen(start.AddSeconds(3).AddTicks(-1)), Is.True);
        Assert.That(seconds.Between(start, start.AddSeconds(2).AddTicks(5)), Is.EqualTo(TimeSpan.FromSeconds(1) + TimeSpan.FromTicks(5)));
        Assert.That(seconds.Add(start, TimeSpan.FromSeconds(2)), Is.EqualTo(start.AddSeconds(3)));
    }

    [TestCase("2026-03-28T23:30:00Z", 3, Description = "clocks go forward")]
    [TestCase("2026-10-24T22:30:00Z", 5, Description = "clocks go back")]
    [TestCase("2026-11-21T23:30:00Z", 4, Description = "an ordinary night")]
    public void Half_past_midnight_to_half_past_four_lasts_as_long_as_it_lasts(string opening, int hours)
    {
        BusinessCalendar nights = Rome.Open(Sunday, new(0, 30), new(4, 30)).Build();
        DateTimeOffset start = DateTimeOffset.Parse(opening, System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(nights.NextOpening(start.AddDays(-1)), Is.EqualTo(start));
        Assert.That(nights.Between(start.AddDays(-1), start.AddDays(1)), Is.EqualTo(TimeSpan.FromHours(hours)));
        Assert.That(nights.Add(start, TimeSpan.FromHours(hours)), Is.EqualTo(start.AddHours(hours)));
    }

    [Test]
    public void An_edge_that_the_clocks_skip_is_the_next_valid_instant() =>
        Assert.That(
            Rome.Open(Sunday, new(2, 30), new(4, 0)).Build().NextOpening(Utc("2026-03-29T00:00Z")),
            Is.EqualTo(Utc("2026-03-29T01:00Z"))
        );

    [Test]
    public void An_edge_that_the_clocks_show_twice_is_its_first_occurrence()
    {
        BusinessCalendar opens = Rome.Open(Sunday, new(2, 30), new(4, 0)).Build();
        BusinessCalendar closes = Rome.Open(Sunday, new(1, 0), new(2, 30)).Build();
        Assert.That(opens.NextOpening(Utc("2026-10-24T22:00Z")), Is.EqualTo(Utc("2026-10-25T00:30Z")));
        Assert.That(opens.Between(Utc("2026-10-25T00:00Z"), Utc("2026-10-26T00:00Z")), Is.EqualTo(TimeSpan.FromHours(2.5)));
        Assert.That(closes.Add(Utc("2026-10-24T22:00Z"), TimeSpan.FromHours(1.5)), Is.EqualTo(Utc("2026-10-25T00:30Z")));
        Assert.That(closes.IsOpen(Utc("2026-10-25T01:10Z")), Is.False, "02:10 for the second time is past 02:30 for the first.");
    }

    [Test]
    public void A_night_belongs_to_the_day_on_which_it_begins()
    {
        BusinessCalendar nights = Rome.Open(Friday, new(22, 0), new(6, 0)).Build();
        Assert.That(nights.NextOpening(At("Fri 27 00:00")), Is.EqualTo(At("Fri 27 22:00")));
        Assert.That(nights.Add(At("Fri 27 22:00"), TimeSpan.FromHours(8)), Is.EqualTo(At("Sat 28 06:00")));
    }

    [Test]
    public void Midnight_as_an_end_is_the_end_of_the_day()
    {
        BusinessCalendar evenings = Rome.Open(Monday, new(20, 0), new(0, 0)).Build();
        Assert.That(evenings.Between(At("Mon 23 00:00"), At("Sat 28 00:00")), Is.EqualTo(TimeSpan.FromHours(4)));
        Assert.That(Rome.Open(Monday, new(0, 0), new(0, 0)).Build(), Is.EqualTo(Rome.OpenAllDay(Monday).Build()));
    }

    [Test]
    public void Whole_days_are_as_long_as_they_are()
    {
        BusinessCalendar sundays = Rome.OpenAllDay(Sunday).Build();
        Assert.That(sundays.Between(Utc("2026-03-28T12:00Z"), Utc("2026-03-30T12:00Z")), Is.EqualTo(TimeSpan.FromHours(23)));
        Assert.That(sundays.Between(Utc("2026-10-24T12:00Z"), Utc("2026-10-26T12:00Z")), Is.EqualTo(TimeSpan.FromHours(25)));
    }

    [Test]
    public void A_shift_replaces_the_hours_of_its_date_and_not_the_night_before()
    {
        BusinessCalendar calendar = Rome.OpenDaily(new(22, 0), new(6, 0))
            .Shift(Date(25), new(10, 0), new(11, 0))
            .Shift(Date(25), new(15, 0), new(16, 0))
            .Build();
        Assert.That(calendar.IsOpen(At("Wed 25 05:00")), Is.True);
        Assert.That(calendar.Between(At("Wed 25 06:00"), At("Thu 26 21:00")), Is.EqualTo(TimeSpan.FromHours(2)));
        Assert.That(
            Rome.OpenWeekdays(new(9, 0), new(18, 0)).ShiftAllDay(Date(28)).Build().Between(At("Sat 28 00:00"), At("Sun 29 00:00")),
            Is.EqualTo(TimeSpan.FromDays(1))
        );
    }

    [Test]
    public void A_holiday_is_closed_from_midnight_to_midnight_and_its_night_does_not_begin()
    {
        BusinessCalendar nights = Rome.OpenDaily(new(22, 0), new(6, 0)).Holiday(Date(25)).Build();
        Assert.That(nights.Add(At("Tue 24 21:00"), TimeSpan.FromHours(2)), Is.EqualTo(At("Wed 25 00:00")));
        Assert.That(nights.NextOpening(At("Wed 25 00:00")), Is.EqualTo(At("Thu 26 22:00")));
    }

    [Test]
    public void A_shift_is_open_on_a_holiday()
    {
        BusinessCalendar desk = Rome.OpenDaily(new(9, 0), new(18, 0)).Holiday(Date(25)).Shift(Date(25), new(10, 0), new(12, 0)).Build();
        Assert.That(desk.Between(At("Wed 25 00:00"), At("Thu 26 00:00")), Is.EqualTo(TimeSpan.FromHours(2)));
        BusinessCalendar night = Rome.OpenDaily(new(9, 0), new(18, 0)).Holiday(Date(25)).Shift(Date(24), new(22, 0), new(6, 0)).Build();
        Assert.That(
            night.Add(At("Tue 24 22:00"), TimeSpan.FromHours(8)),
            Is.EqualTo(At("Wed 25 06:00")),
            "a shift that begins before a holiday"
        );
    }

    [Test]
    public void A_yearly_holiday_comes_every_year_and_the_leap_day_when_there_is_one()
    {
        BusinessCalendar calendar = Rome.OpenDaily(new(9, 0), new(18, 0)).HolidayEveryYear(12, 25).HolidayEveryYear(2, 29).Build();
        Assert.That(
            ((string[])["2024-12-25T12:00Z", "2031-12-25T12:00Z", "2028-02-29T12:00Z"]).Select(Utc).Select(calendar.IsOpen),
            Is.All.False
        );
        Assert.That(
            ((string[])["2024-12-26T12:00Z", "2027-02-28T12:00Z", "2027-03-01T12:00Z"]).Select(Utc).Select(calendar.IsOpen),
            Is.All.True
        );
    }

    [Test]
    public void A_break_is_closed_within_hours_and_shifts()
    {
        BusinessCalendar desk = Rome.OpenDaily(new(9, 0), new(18, 0))
            .Break(new(13, 0), new(14, 0))
            .Break(Friday, new(16, 0), new(18, 0))
            .Break(Date(24), new(9, 0), new(10, 0))
            .Shift(Date(25), new(12, 0), new(16, 0))
            .Build();
        int[] hours =
        [
            .. ((string[])["Mon 23 00:00", "Tue 24 00:00", "Wed 25 00:00", "Fri 27 00:00"])
                .Select(At)
                .Select(day => (int)desk.Between(day, day.AddDays(1)).TotalHours),
        ];
        Assert.That(hours, Is.EqualTo((int[])[8, 7, 3, 6]));
        Assert.That(desk.Add(At("Mon 23 12:00"), TimeSpan.FromHours(1)), Is.EqualTo(At("Mon 23 13:00")));
    }

    [Test]
    public void An_intersection_keeps_the_hours_of_both_zones()
    {
        BusinessCalendar newYork = BusinessCalendar.In("America/New_York").OpenWeekdays(new(9, 0), new(17, 0)).Build();
        BusinessCalendar both = Desk.Intersect(newYork);
        Assert.That(both.Between(At("Mon 23 00:00"), At("Tue 24 00:00")), Is.EqualTo(TimeSpan.FromHours(3)));
        Assert.That(
            both.NextOpening(Utc("2026-03-10T00:00Z")),
            Is.EqualTo(Utc("2026-03-10T13:00Z")),
            "America is on summer time three weeks before Europe."
        );
        Assert.That(Desk.Intersect(BusinessCalendar.AlwaysOpen), Is.EqualTo(Desk));
        Assert.That(BusinessCalendar.AlwaysOpen.Intersect(Desk), Is.EqualTo(Desk));
        Assert.That(Desk.Intersect(Desk), Is.EqualTo(Desk));
        Assert.That(newYork.Intersect(Desk).Version, Is.EqualTo(both.Version));
        Assert.That(BusinessCalendar.AlwaysOpen.Intersect(BusinessCalendar.AlwaysOpen), Is.EqualTo(BusinessCalendar.AlwaysOpen));
    }

    [Test]
    public void Always_open_counts_by_the_clock()
    {
        BusinessCalendar always = BusinessCalendar.AlwaysOpen;
        DateTimeOffset start = Utc("0005-03-29T00:00Z");
        Assert.That(always.Add(start, TimeSpan.FromDays(2_000_000)), Is.EqualTo(start.AddDays(2_000_000)));
        Assert.That(always.Between(start.AddDays(2), start), Is.EqualTo(TimeSpan.FromDays(-2)));
        Assert.That(always.IsOpen(DateTimeOffset.MaxValue), Is.True);
        Assert.That(always.NextOpening(start), Is.EqualTo(start));
        Assert.That(always.TryAdd(start, TimeSpan.MaxValue, out _), Is.False);
    }

    [Test]
    public void Years_pass_as_quickly_as_hours()
    {
        DateTimeOffset start = Utc("2000-01-03T08:00Z");
        TimeSpan longest = Desk.Between(start, Utc("2199-12-31T00:00Z"));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            Desk.Between(start, Desk.Add(start, longest - TimeSpan.FromHours(i)));
        }

        Assert.That(
            GC.GetAllocatedBytesForCurrentThread() - before,
            Is.Zero,
            "Once its years are known, a calendar answers without allocating."
        );
    }

    private static DateOnly Date(int day) => new(2026, 11, day);

    /// <summary>An instant of November 2026 as Rome's clocks show it: <c>Mon 23 09:00</c>.</summary>
    private static DateTimeOffset At(string text)
    {
        var local = DateTime.ParseExact($"2026-11 {text}", "yyyy-MM ddd d HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, TimeSpan.FromHours(1));
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
