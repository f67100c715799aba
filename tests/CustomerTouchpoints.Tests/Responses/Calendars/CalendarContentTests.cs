using System.Globalization;
using CustomerTouchpoints.Responses;
using static System.DayOfWeek;

namespace CustomerTouchpoints.Tests.Responses.Calendars;

/// <summary>What a calendar is known by: its content, as text and as a version. And what is none.</summary>
public sealed class CalendarContentTests
{
    private static BusinessCalendarBuilder Rome => BusinessCalendar.In("Europe/Rome");

    [Test]
    public void The_text_has_everything_in_one_order()
    {
        BusinessCalendar calendar = Rome.HolidayEveryYear(12, 26)
            .Holiday(new DateOnly(2026, 12, 25), new DateOnly(2026, 4, 6))
            .HolidayEveryYear(1, 1)
            .Break(Monday, new(11, 0), new(11, 15))
            .Break(new DateOnly(2026, 12, 24), new(10, 0), new(10, 30, 15))
            .Shift(new DateOnly(2026, 12, 24), new(9, 0), new(12, 0))
            .ShiftAllDay(new DateOnly(2026, 8, 1))
            .Open(Friday, new(22, 0), new(6, 0))
            .OpenWeekdays(new(14, 0), new(18, 0))
            .OpenWeekdays(new(9, 0), new(13, 0))
            .OpenAllDay(Sunday)
            .Build();
        Assert.That(
            calendar.ToString(),
            Is.EqualTo(
                "Europe/Rome; mon,tue,wed,thu 09:00-13:00 14:00-18:00; fri 09:00-13:00 14:00-18:00 22:00-06:00+1; sun 00:00-24:00; "
                    + "2026-08-01 00:00-24:00; "
                    + "2026-12-24 09:00-12:00; break mon 11:00-11:15; break 2026-12-24 10:00-10:30:15; closed 2026-04-06 2026-12-25; "
                    + "closed-yearly 01-01 12-26"
            )
        );
        Assert.That(BusinessCalendar.Parse(calendar.ToString()), Is.EqualTo(calendar));
    }

    [Test]
    public void A_version_is_the_same_in_every_process() =>
        Assert.That(
            Rome.OpenWeekdays(new(9, 0), new(18, 0)).Build().Version,
            Is.EqualTo("f122673a6696e0c307319f6afda5dc07"),
            "Versions are stored: they never change."
        );

    [TestCase("th-TH")]
    [TestCase("ar-SA")]
    [TestCase("fa-IR")]
    public void Text_is_read_alike_where_the_host_counts_other_years(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            const string Text = "Europe/Rome; mon 09:00-13:00; 2026-12-24 09:00-12:00; closed 2026-12-25; closed-yearly 02-29";
            Assert.That(BusinessCalendar.Parse(Text).ToString(), Is.EqualTo(Text));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void Text_is_read_in_any_order_and_written_in_one()
    {
        BusinessCalendar read = BusinessCalendar.Parse(
            " Europe/Rome;closed 2026-12-25 ; tue 14:00-18:00; mon,tue  09:00-13:00 14:00-18:00 17:00-18:00; tue 09:00-13:00:00"
        );
        Assert.That(read.ToString(), Is.EqualTo("Europe/Rome; mon,tue 09:00-13:00 14:00-18:00; closed 2026-12-25"));
        Assert.That(BusinessCalendar.Parse("always"), Is.SameAs(BusinessCalendar.AlwaysOpen));
        Assert.That(
            BusinessCalendar.Parse("Etc/UTC; sat 00:00-24:00 & Europe/Rome; sat 09:00-18:00").ToString(),
            Is.EqualTo("Etc/UTC; sat 00:00-24:00 & Europe/Rome; sat 09:00-18:00")
        );
    }

    [Test]
    public void Hours_that_overlap_or_touch_are_united()
    {
        BusinessCalendar one = Rome.Open(Monday, new(9, 0), new(18, 0)).Build();
        Assert.That(Rome.Open(Monday, new(12, 0), new(18, 0)).Open(Monday, new(9, 0), new(13, 0)).Build(), Is.EqualTo(one));
        Assert.That(Rome.Open(Monday, new(9, 0), new(13, 0)).Open(Monday, new(13, 0), new(18, 0)).Build().Version, Is.EqualTo(one.Version));
        Assert.That(
            Rome.OpenAllDay(Monday).Open(Monday, new(22, 0), new(6, 0)).Build().ToString(),
            Is.EqualTo("Europe/Rome; mon 00:00-06:00+1")
        );
    }

    [Test]
    public void Other_content_is_another_calendar()
    {
        BusinessCalendar[] calendars =
        [
            BusinessCalendar.AlwaysOpen,
            Rome.OpenWeekdays(new(9, 0), new(18, 0)).Build(),
            BusinessCalendar.In("Europe/Paris").OpenWeekdays(new(9, 0), new(18, 0)).Build(),
            Rome.OpenWeekdays(new(9, 0), new(18, 0, 1)).Build(),
            Rome.OpenDaily(new(9, 0), new(18, 0)).Build(),
            Rome.OpenWeekdays(new(9, 0), new(18, 0)).Holiday(new DateOnly(2026, 12, 25)).Build(),
            Rome.OpenWeekdays(new(9, 0), new(18, 0)).HolidayEveryYear(12, 25).Build(),
            Rome.OpenWeekdays(new(9, 0), new(18, 0)).Break(new(12, 0), new(12, 1)).Build(),
            Rome.OpenWeekdays(new(9, 0), new(18, 0)).Shift(new DateOnly(2026, 12, 25), new(9, 0), new(18, 0)).Build(),
        ];
        Assert.That(calendars, Is.Unique);
        Assert.That(calendars.Select(calendar => calendar.Version), Is.Unique);
        Assert.That(calendars[1] == Rome.OpenWeekdays(new(9, 0), new(18, 0)).Build(), Is.True);
        Assert.That(calendars[1] != calendars[2] && calendars[1] != null, Is.True);
    }

    [Test]
    public void A_builder_goes_on_without_changing_what_it_built()
    {
        BusinessCalendarBuilder builder = Rome.Open(Monday, new(9, 0), new(18, 0));
        BusinessCalendar before = builder.Build();
        BusinessCalendar after = builder.Open(Tuesday, new(9, 0), new(18, 0)).Build();
        Assert.That(before.ToString(), Is.EqualTo("Europe/Rome; mon 09:00-18:00"));
        Assert.That(after.ToString(), Is.EqualTo("Europe/Rome; mon,tue 09:00-18:00"));
    }

    [Test]
    public void A_calendar_that_is_never_open_is_refused_with_the_remedy()
    {
        Assert.That(
            () => Rome.Build(),
            Throws.InvalidOperationException.With.Message.Contains("\"Europe/Rome\" is never open").And.Message.Contains("OpenWeekdays")
        );
        Assert.That(
            () => Rome.Open(Monday, new(9, 0), new(10, 0)).Break(Monday, new(8, 0), new(11, 0)).Build(),
            Throws.InvalidOperationException
        );
        Assert.That(
            () => Rome.Shift(new DateOnly(2026, 12, 25), new(9, 0), new(10, 0)).Break(new(8, 0), new(11, 0)).Build(),
            Throws.InvalidOperationException
        );
        Assert.That(
            () => BusinessCalendar.In("Pacific/Apia").ShiftAllDay(new DateOnly(2011, 12, 30)).Build(),
            Throws.InvalidOperationException,
            "Samoa had no such day."
        );
        Assert.That(
            () => BusinessCalendar.Parse("Europe/Rome; closed 2026-12-25"),
            Throws.ArgumentException.With.Message.Contains("never open")
        );
        Assert.That(
            () => Rome.Open(Monday, new(9, 0), new(12, 0)).Build().Intersect(Rome.Open(Monday, new(12, 0), new(18, 0)).Build()),
            Throws.ArgumentException.With.Message.Contains("never open at the same time").And.Message.Contains("mon 12:00-18:00")
        );
    }

    [Test]
    public void An_intersection_that_is_seldom_open_is_found()
    {
        // Rome and New York are five hours apart, not six, for three weeks in March and one in autumn.
        BusinessCalendar rome = Rome.OpenDaily(new(14, 0), new(15, 0)).Build();
        BusinessCalendar both = rome.Intersect(BusinessCalendar.In("America/New_York").OpenDaily(new(9, 0), new(9, 30)).Build());
        Assert.That(both.NextOpening(Utc("2026-01-01T00:00Z")), Is.EqualTo(Utc("2026-03-08T13:00Z")));
    }

    [Test]
    public void A_calendar_of_dates_alone_runs_out_and_says_so()
    {
        BusinessCalendar fair = Rome.Shift(new DateOnly(2026, 12, 24), new(9, 0), new(12, 0)).Build();
        DateTimeOffset before = Utc("2026-12-01T00:00Z");
        Assert.That(fair.Add(before, TimeSpan.FromHours(3)), Is.EqualTo(Utc("2026-12-24T11:00Z")));
        Assert.That(fair.TryAdd(before, TimeSpan.FromHours(3.01), out _), Is.False);
        Assert.That(fair.NextOpening(Utc("2026-12-24T11:00Z")), Is.Null);
        Assert.That(
            () => fair.Add(before, TimeSpan.FromHours(4)),
            Throws
                .InstanceOf<ArgumentOutOfRangeException>()
                .With.Message.Contains("2026-12-24 09:00-12:00")
                .And.Message.Contains("04:00:00")
                .And.Message.Contains("further hours")
        );
    }

    [Test]
    public void What_cannot_be_meant_is_refused_by_name_and_value()
    {
        Assert.That(
            () => BusinessCalendar.In("Rome"),
            Throws.ArgumentException.With.Message.Contains("\"Rome\"").And.Message.Contains("Europe/Rome")
        );
        Assert.That(() => Rome.Open(Monday, new(9, 0), new(9, 0)), Throws.ArgumentException.With.Message.Contains("09:00:00"));
        Assert.That(
            () => Rome.Open(Monday, new(9, 0, 0, 5), new(10, 0)),
            Throws.ArgumentException.With.Message.Contains("09:00:00.0050000")
        );
        Assert.That(() => Rome.Open((DayOfWeek)7, new(9, 0), new(10, 0)), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Rome.OpenAllDay((DayOfWeek)(-1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Rome.HolidayEveryYear(13, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Rome.HolidayEveryYear(2, 30), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("1 to 29"));
        BusinessCalendar desk = Rome.OpenDaily(new(9, 0), new(18, 0)).Build();
        Assert.That(() => desk.Add(Utc("2026-12-01T00:00Z"), TimeSpan.FromTicks(-1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(
            () => desk.IsOpen(DateTimeOffset.MinValue),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("1900 to 2199")
        );
        Assert.That(
            () => desk.Between(Utc("2026-12-01T00:00Z"), DateTimeOffset.MaxValue),
            Throws.InstanceOf<ArgumentOutOfRangeException>()
        );
    }

    [TestCase("Europe/Rome; mon")]
    [TestCase("Europe/Rome; mon 9-18")]
    [TestCase("Europe/Rome; mon 18:00-09:00")]
    [TestCase("Europe/Rome; mon 24:00-06:00+1")]
    [TestCase("Europe/Rome; mon 09:00-24:00+1")]
    [TestCase("Europe/Rome; mon, 09:00-18:00")]
    [TestCase("Europe/Rome; monday 09:00-18:00")]
    [TestCase("Europe/Rome; 2026-02-29 09:00-18:00")]
    [TestCase("Europe/Rome; mon 09:00-18:00; closed 25.12.2026")]
    [TestCase("Europe/Rome; mon 09:00-18:00; closed-yearly 02-30")]
    [TestCase("Europe/Rome; mon 09:00-18:00; closed")]
    [TestCase("Europe/Rome; mon 09:00-18:00;")]
    [TestCase("Europe/Rom; mon 09:00-18:00")]
    [TestCase("Europe/Rome; mon 09:00-18:00 &")]
    [TestCase("")]
    public void What_is_no_calendar_is_not_read(string text) => Assert.That(() => BusinessCalendar.Parse(text), Throws.ArgumentException);

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
