using CustomerTouchpoints.Responses;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Hours = CustomerTouchpoints.Touchpoints.QuietHours.QuietHoursCalendar;

namespace CustomerTouchpoints.Tests.Touchpoints.QuietHours;

/// <summary>Quiet hours beside an oracle that reads the wall clock of each place.</summary>
public sealed class QuietHoursLaws
{
    private static readonly TimeSpan Spread = TimeSpan.FromMinutes(10);

    private static readonly string?[] Zones =
    [
        "Europe/Rome",
        "America/New_York",
        "Pacific/Kiritimati",
        "Australia/Lord_Howe",
        "Asia/Kathmandu",
        "America/Sao_Paulo",
        "Pacific/Apia",
        "Mars/Olympus",
        null,
    ];

    private static readonly string[] Cultures = ["en", "en-US", "it-IT", "fr-CA", "zh-Hans-CN", "de-XX", "ru-RU"];

    private static Arbitrary<Night> Nights =>
        (
            from zone in Gen.Elements(Zones)
            from culture in Gen.Elements(Cultures)
            from minute in Gen.Choose(0, 2 * 366 * 24 * 60)
            from begins in Gen.Choose(19, 23)
            from ends in Gen.Choose(5, 9)
            select new Night(zone, culture, new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute), begins, ends)
        ).ToArbitrary();

    [Test]
    public void Nobody_is_disturbed_while_it_is_night_in_any_place_where_they_could_be() =>
        Prop.ForAll(
                Nights,
                night =>
                {
                    Hours quiet = night.Hours;
                    DateTimeOffset leaves = quiet.Until(night.Customer, night.At, "key") ?? night.At;
                    foreach (string place in night.Places)
                    {
                        Assert.That(night.IsNight(place, leaves), Is.False, $"{leaves:u} in {place}");
                    }

                    // It leaves at once where it is day everywhere, and else within the spread of the first instant at which it is.
                    bool mayNow = night.Places.All(place => !night.IsNight(place, night.At));
                    Assert.That(leaves == night.At, Is.EqualTo(mayNow));
                    if (!mayNow)
                    {
                        DateTimeOffset first = leaves - Spread;
                        Assert.That(
                            first <= night.At || night.Places.Any(place => night.IsNight(place, first)),
                            $"it was day since {first:u}"
                        );
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Test]
    public void What_was_held_is_spread()
    {
        var night = new Night("Europe/Rome", "it", new DateTimeOffset(2026, 1, 5, 23, 0, 0, TimeSpan.Zero), 21, 8);
        Hours quiet = night.Hours;
        DateTimeOffset[] leave = [.. Enumerable.Range(0, 1000).Select(i => quiet.Until(night.Customer, night.At, $"key-{i}")!.Value)];
        var eight = new DateTimeOffset(2026, 1, 6, 7, 0, 0, TimeSpan.Zero);
        int[] perMinute =
        [
            .. leave.GroupBy(at => (int)(at - eight).TotalMinutes).OrderBy(minute => minute.Key).Select(minute => minute.Count()),
        ];
        Assert.That(perMinute, Has.Length.EqualTo(10).And.All.InRange(60, 140));
    }

    [Test]
    public void Hours_that_have_come_to_an_end_let_nothing_out()
    {
        var night = new Night("Europe/Rome", "it", new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero), 21, 8);
        BusinessCalendar once = BusinessCalendar
            .In("Etc/UTC")
            .Shift(new DateOnly(2025, 1, 1), new TimeOnly(8, 0), new TimeOnly(9, 0))
            .Build();
        var quiet = new Hours(once, [Channel.Sms], "Europe/Paris", Spread, seed: 7);
        Assert.That(quiet.Until(night.Customer, night.At, "key"), Is.EqualTo(night.At.AddDays(1)));
    }

    /// <param name="Zone">What the directory says of the customer's zone.</param>
    /// <param name="Culture">What it says of their language and country.</param>
    /// <param name="At">When a message would leave.</param>
    /// <param name="Begins">The hour at which quiet begins.</param>
    /// <param name="Ends">The hour at which it ends.</param>
    private sealed record Night(string? Zone, string Culture, DateTimeOffset At, int Begins, int Ends)
    {
        public Customer Customer =>
            new()
            {
                Id = "ana",
                Culture = Culture,
                TimeZone = Zone,
            };

        public Hours Hours =>
            new(
                BusinessCalendar.In("Etc/UTC").OpenDaily(new TimeOnly(Ends, 0), new TimeOnly(Begins, 0)).Build(),
                [Channel.Sms],
                "Europe/Paris",
                Spread,
                seed: 7
            );

        /// <summary>Where they could be: their zone, their country, or the host's zone where it is never day in all of those.</summary>
        public string[] Places
        {
            get
            {
                if (Zone is not (null or "Mars/Olympus"))
                {
                    return [Zone];
                }

                string[] country = Culture switch
                {
                    "en-US" => Of("US"),
                    "it-IT" => Of("IT"),
                    "fr-CA" => Of("CA"),
                    "zh-Hans-CN" => Of("CN"),
                    "ru-RU" => Of("RU"),
                    _ => [],
                };
                return country.Length > 0 && EverDay(country) ? country : ["Europe/Paris"];
            }
        }

        public bool IsNight(string place, DateTimeOffset instant)
        {
            int hour = Instant.FromDateTimeOffset(instant).InZone(DateTimeZoneProviders.Tzdb[place]).Hour;
            return hour >= Begins || hour < Ends;
        }

        private static string[] Of(string country) =>
            [
                .. NodaTime
                    .TimeZones.TzdbDateTimeZoneSource.Default.ZoneLocations!.Where(location => location.CountryCode == country)
                    .Select(location => location.ZoneId),
            ];

        private bool EverDay(string[] places) =>
            Enumerable
                .Range(0, 24 * 4)
                .Select(quarter => new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(15 * quarter))
                .Any(instant => places.All(place => !IsNight(place, instant)));
    }
}
