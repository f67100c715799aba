using System.Globalization;
using CustomerTouchpoints.Responses.Calendars;
using CustomerTouchpoints.Testing;

namespace CustomerTouchpoints.Tests.Responses.Calendars;

/// <summary>A time of day belongs to one local date, wherever the clock jumps.</summary>
public sealed class DailyTimeTests
{
    [TestCase("America/Nuuk", "23:59:59", "2026-03-26", 5)]
    [TestCase("America/Nuuk", "23:30", "2026-03-26", 5)]
    [TestCase("America/Nuuk", "23:30", "2026-10-22", 5)]
    [TestCase("America/Nuuk", "00:00", "2026-10-22", 5)]
    [TestCase("America/Scoresbysund", "23:59", "2026-03-26", 5)]
    [TestCase("Africa/Cairo", "00:30", "2026-04-22", 5)]
    [TestCase("America/Santiago", "00:15", "2026-09-04", 5)]
    [TestCase("Asia/Beirut", "00:00", "2026-03-27", 5)]
    [TestCase("Europe/Rome", "02:30", "2026-03-27", 5)]
    [TestCase("Europe/Rome", "02:30", "2026-10-23", 5)]
    [TestCase("Australia/Lord_Howe", "02:10", "2026-10-02", 5)]
    [TestCase("Pacific/Apia", "09:00", "2011-12-28", 5, "2011-12-30")]
    [TestCase("Pacific/Apia", "23:59:59", "2011-12-28", 5, "2011-12-30")]
    [TestCase("Pacific/Kwajalein", "12:00", "1993-08-20", 4, "1993-08-21")]
    public void Each_local_date_has_it_once(string zone, string time, string from, int days, string? leftOut = null)
    {
        TimeOnly at = TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
        DateOnly first = DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        DateTimeOffset instant = LocalTimes.NextAt(at, zone, new DateTimeOffset(first, new TimeOnly(15, 0), TimeSpan.Zero));
        var dates = new List<string>();
        for (int i = 0; i < days; i++)
        {
            dates.Add(LocalTimes.DateOf(instant, at, zone));
            Assert.That(LocalTimes.LatestAt(at, zone, instant), Is.EqualTo(instant));
            instant = LocalTimes.NextAt(at, zone, instant.AddTicks(1));
        }

        DateOnly begins = DateOnly.ParseExact(dates[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.That(
            dates,
            Is.EqualTo(
                Enumerable.Range(0, days + 1).Select(i => $"{begins.AddDays(i):yyyy-MM-dd}").Where(date => date != leftOut).Take(days)
            )
        );
    }

    [Test]
    public async Task The_day_whose_end_is_left_out_and_the_next_are_both_told()
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<Nightly>(
            startAt: new DateTimeOffset(2026, 3, 27, 12, 0, 0, TimeSpan.Zero)
        );
        host.Directory.Describe(
            new Customer
            {
                Id = "ana",
                TimeZone = "America/Nuuk",
                Addresses = new Dictionary<Channel, string> { [Channel.Email] = "ana@shop.example" },
            }
        );
        await host.RaiseAsync(
            new IncomingEvent
            {
                Journey = "stay/1",
                Name = "stay.begun",
                Id = "1",
                Customer = "ana",
            }
        );
        await host.AdvanceAsync(TimeSpan.FromDays(5));

        Assert.That(
            host.SentTo("ana").Select(message => message.Touchpoint.Occurrence),
            Is.EqualTo(["2026-03-27", "2026-03-28", "2026-03-29", "2026-03-30", "2026-03-31"])
        );
    }

    public sealed class Nightly() : Lifecycle("stay", version: 1)
    {
        private static readonly State Begun = new("begun", says: "you are here");

        protected override void Define(LifecycleBuilder stay)
        {
            stay.OpensWith("stay.begun").GoTo(Begun);
            stay.While(Begun).EveryDayAt(new TimeOnly(23, 59, 59)).Send("good-night").AtMost(20);
        }
    }
}
