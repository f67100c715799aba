using CustomerTouchpoints.Responses;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerTouchpoints.Tests.Responses.Calendars;

/// <summary>What holds for every calendar, whatever its hours, at every instant.</summary>
public sealed class CalendarLaws
{
    private static readonly string[] Zones =
    [
        "Etc/UTC",
        "Europe/Rome",
        "America/New_York",
        "America/Sao_Paulo",
        "Pacific/Apia",
        "Australia/Lord_Howe",
        "Asia/Kathmandu",
        "Africa/Casablanca",
        "Antarctica/Troll",
        "Asia/Gaza",
        "Pacific/Chatham",
        "America/St_Johns",
    ];

    private static readonly DateTimeOffset Start = new(2011, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private static Gen<TimeOnly> Times =>
        Gen.Choose(0, (24 * 60 * 4) - 1).Select(quarter => new TimeOnly(0, 0).Add(TimeSpan.FromSeconds(quarter * 15)));

    private static Gen<DayOfWeek> Days => Gen.Elements(Enum.GetValues<DayOfWeek>());

    private static Gen<DateOnly> Dates => Gen.Choose(0, 500).Select(day => DateOnly.FromDateTime(Start.Date).AddDays(day));

    private static Gen<(TimeOnly From, TimeOnly To)> Hours =>
        Times.SelectMany(_ => Times, (from, to) => (from, to)).Where(hours => hours.from != hours.to);

    /// <summary>One call of the builder.</summary>
    private static Gen<Action<BusinessCalendarBuilder>> Declarations =>
        Gen.Frequency(
            (8, Hours.SelectMany(_ => Days, Action<BusinessCalendarBuilder> (hours, day) => to => to.Open(day, hours.From, hours.To))),
            (1, Hours.Select(Action<BusinessCalendarBuilder> (hours) => to => to.OpenWeekdays(hours.From, hours.To))),
            (1, Days.Select(Action<BusinessCalendarBuilder> (day) => to => to.OpenAllDay(day))),
            (2, Hours.SelectMany(_ => Days, Action<BusinessCalendarBuilder> (hours, day) => to => to.Break(day, hours.From, hours.To))),
            (1, Hours.SelectMany(_ => Dates, Action<BusinessCalendarBuilder> (hours, date) => to => to.Break(date, hours.From, hours.To))),
            (2, Hours.SelectMany(_ => Dates, Action<BusinessCalendarBuilder> (hours, date) => to => to.Shift(date, hours.From, hours.To))),
            (1, Dates.Select(Action<BusinessCalendarBuilder> (date) => to => to.ShiftAllDay(date))),
            (2, Dates.Select(Action<BusinessCalendarBuilder> (date) => to => to.Holiday(date))),
            (1, Dates.Select(Action<BusinessCalendarBuilder> (date) => to => to.HolidayEveryYear(date.Month, date.Day)))
        );

    private static Gen<BusinessCalendar> Calendars =>
        (
            from zone in Gen.Elements(Zones)
            from hours in Hours
            from declarations in Declarations.ListOf()
            select TryBuild(zone, [to => to.Open(DayOfWeek.Tuesday, hours.From, hours.To), .. declarations])
        ).Where(calendar => calendar is not null)!;

    /// <summary>Instants of some sixteen months around Apia's missing day, down to the tick, often near one another.</summary>
    private static Gen<DateTimeOffset> Instants =>
        from hour in Gen.Choose(0, 500 * 24)
        from second in Gen.Choose(0, 3600)
        from tick in Gen.Elements(0, 0, 0, 1, 7_654_321)
        select Start.AddHours(hour).AddSeconds(second).AddTicks(tick);

    private static Gen<TimeSpan> Spans =>
        from hours in Gen.Frequency((3, Gen.Choose(0, 30)), (1, Gen.Choose(0, 2_000)))
        from second in Gen.Choose(0, 3600)
        from tick in Gen.Elements(0, 0, 0, 1, 7_654_321)
        select TimeSpan.FromHours(hours) + TimeSpan.FromSeconds(second) + TimeSpan.FromTicks(tick);

    [Test]
    public void What_was_added_is_between_and_not_a_tick_earlier() =>
        ForAll(
            (calendar, from, span) =>
            {
                DateTimeOffset end = calendar.Add(from, span);
                Assert.That(calendar.Between(from, end), Is.EqualTo(span));
                Assert.That(end, Is.GreaterThanOrEqualTo(from));
                if (span > TimeSpan.Zero)
                {
                    Assert.That(calendar.Between(from, end.AddTicks(-1)), Is.EqualTo(span - TimeSpan.FromTicks(1)));
                }
            }
        );

    [Test]
    public void Who_begins_later_or_needs_longer_never_ends_earlier() =>
        ForAll(
            (calendar, from, span) =>
            {
                DateTimeOffset end = calendar.Add(from, span);
                foreach (int minutes in (int[])[1, 61, 1_500])
                {
                    Assert.That(calendar.Add(from.AddMinutes(minutes), span), Is.GreaterThanOrEqualTo(end));
                    Assert.That(calendar.Add(from, span + TimeSpan.FromMinutes(minutes)), Is.GreaterThan(end));
                }
            }
        );

    [Test]
    public void Adding_in_two_steps_is_adding_at_once() =>
        ForAll(
            (calendar, from, span) =>
            {
                TimeSpan part = span / 3;
                Assert.That(calendar.Add(calendar.Add(from, part), span - part), Is.EqualTo(calendar.Add(from, span)));
            }
        );

    [Test]
    public void Open_time_adds_up_and_is_negative_backwards() =>
        ForAll(
            (calendar, from, span) =>
            {
                DateTimeOffset middle = from + (span / 7);
                DateTimeOffset end = from + span;
                Assert.That(calendar.Between(from, middle) + calendar.Between(middle, end), Is.EqualTo(calendar.Between(from, end)));
                Assert.That(calendar.Between(end, from), Is.EqualTo(-calendar.Between(from, end)));
                Assert.That(calendar.Between(from, end), Is.InRange(TimeSpan.Zero, span));
            }
        );

    [Test]
    public void A_tick_counts_when_it_is_open_and_only_then() =>
        ForAll(
            (calendar, instant, _) =>
                Assert.That(
                    calendar.Between(instant, instant.AddTicks(1)),
                    Is.EqualTo(calendar.IsOpen(instant) ? TimeSpan.FromTicks(1) : TimeSpan.Zero)
                )
        );

    [Test]
    public void The_next_opening_is_open_and_nothing_before_it_is() =>
        ForAll(
            (calendar, instant, _) =>
            {
                if (calendar.NextOpening(instant) is not { } next)
                {
                    Assert.That(calendar.TryAdd(instant, TimeSpan.FromTicks(1), out DateTimeOffset? _), Is.False);
                    return;
                }

                Assert.That(calendar.IsOpen(next), Is.True);
                Assert.That(calendar.Between(instant, next), Is.EqualTo(TimeSpan.Zero));
                Assert.That(next == instant, Is.EqualTo(calendar.IsOpen(instant)));
            }
        );

    [Test]
    public void An_intersection_is_open_when_both_are() =>
        Prop.ForAll(
                Calendars.Two().ToArbitrary(),
                Instants.ToArbitrary(),
                (pair, instant) =>
                {
                    (BusinessCalendar one, BusinessCalendar other) = pair;
                    if (TryIntersect(one, other) is not { } both)
                    {
                        Assert.That(one.IsOpen(instant) && other.IsOpen(instant), Is.False);
                        return;
                    }

                    Assert.That(other.Intersect(one), Is.EqualTo(both));
                    for (int hour = 0; hour < 200; hour++)
                    {
                        DateTimeOffset at = instant.AddMinutes(hour * 53);
                        Assert.That(both.IsOpen(at), Is.EqualTo(one.IsOpen(at) && other.IsOpen(at)), $"{one} and {other} at {at:u}");
                    }
                }
            )
            .Check(Settings);

    [Test]
    public void The_order_of_declaration_does_not_matter() =>
        Prop.ForAll(
                Declarations.ListOf().ToArbitrary(),
                Gen.Elements(Zones).ToArbitrary(),
                (declarations, zone) =>
                {
                    BusinessCalendar? declared = TryBuild(zone, declarations);
                    BusinessCalendar? reversed = TryBuild(zone, Enumerable.Reverse(declarations).Concat(declarations.Take(2)));
                    Assert.That(reversed, Is.EqualTo(declared));
                    Assert.That(reversed?.Version, Is.EqualTo(declared?.Version));
                }
            )
            .Check(Settings);

    [Test]
    public void What_is_written_is_read_again() =>
        Prop.ForAll(
                Calendars.Two().ToArbitrary(),
                pair =>
                {
                    BusinessCalendar calendar = TryIntersect(pair.Item1, pair.Item2) ?? pair.Item1;
                    BusinessCalendar read = BusinessCalendar.Parse(calendar.ToString());
                    Assert.That(read, Is.EqualTo(calendar));
                    Assert.That(read.Version, Is.EqualTo(calendar.Version));
                    Assert.That(read.Between(Start, Start.AddDays(500)), Is.EqualTo(calendar.Between(Start, Start.AddDays(500))));
                }
            )
            .Check(Settings);

    private static Config Settings => Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(12).WithReplay(20261124, 7);

    private static void ForAll(Action<BusinessCalendar, DateTimeOffset, TimeSpan> law) =>
        Prop.ForAll(Calendars.ToArbitrary(), Instants.ToArbitrary(), Spans.ToArbitrary(), law).Check(Settings);

    private static BusinessCalendar? TryBuild(string zone, IEnumerable<Action<BusinessCalendarBuilder>> declarations)
    {
        BusinessCalendarBuilder builder = BusinessCalendar.In(zone);
        foreach (Action<BusinessCalendarBuilder> declare in declarations)
        {
            declare(builder);
        }

        try
        {
            return builder.Build();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static BusinessCalendar? TryIntersect(BusinessCalendar one, BusinessCalendar other)
    {
        try
        {
            return one.Intersect(other);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
