using NodaTime;
using NodaTime.TimeZones;

namespace CustomerTouchpoints.Responses.Calendars;

/// <summary>
/// Times of day in a customer's zone. In a gap the next valid instant, in an overlap the first; an unknown zone counts as UTC.
/// </summary>
internal static class LocalTimes
{
    private static readonly ZoneLocalMappingResolver Resolver = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier,
        Resolvers.ReturnStartOfIntervalAfter
    );

    /// <summary>The first such time of day at or after an instant.</summary>
    public static DateTimeOffset NextAt(TimeOnly time, string zone, DateTimeOffset from)
    {
        DateTimeZone local = ZoneOf(zone);
        LocalDate date = DateOf(from, local).PlusDays(-1);
        DateTimeOffset? next = On(date, time, local);
        while (next is null || next < from)
        {
            date = date.PlusDays(1);
            next = On(date, time, local);
        }

        return next.Value;
    }

    /// <summary>The last such time of day at or before an instant.</summary>
    public static DateTimeOffset LatestAt(TimeOnly time, string zone, DateTimeOffset until)
    {
        DateTimeZone local = ZoneOf(zone);
        LocalDate date = DateOf(until, local).PlusDays(1);
        DateTimeOffset? latest = On(date, time, local);
        while (latest is null || latest > until)
        {
            date = date.PlusDays(-1);
            latest = On(date, time, local);
        }

        return latest.Value;
    }

    /// <summary>
    /// The local date to which such a time of day belongs, as <c>2026-11-22</c>: that of the instant, or the day before where the clock
    /// jumped over its time at the end of that day.
    /// </summary>
    public static string DateOf(DateTimeOffset instant, TimeOnly time, string zone)
    {
        DateTimeZone local = ZoneOf(zone);
        LocalDate date = DateOf(instant, local);
        LocalDate before = date.PlusDays(-1);
        return (On(before, time, local) == instant ? before : date).ToString(
            "uuuu'-'MM'-'dd",
            System.Globalization.CultureInfo.InvariantCulture
        );
    }

    private static LocalDate DateOf(DateTimeOffset instant, DateTimeZone zone) => Instant.FromDateTimeOffset(instant).InZone(zone).Date;

    /// <summary>When it is such a time on a date; null on a date that the zone has left out.</summary>
    private static DateTimeOffset? On(LocalDate date, TimeOnly time, DateTimeZone zone)
    {
        ZoneLocalMapping midnight = zone.MapLocal(date.AtMidnight());
        return midnight.Count == 0 && midnight.LateInterval.IsoLocalStart.Date > date
            ? null
            : zone.ResolveLocal(date + LocalTime.FromTicksSinceMidnight(time.Ticks), Resolver).ToDateTimeOffset().ToUniversalTime();
    }

    private static DateTimeZone ZoneOf(string zone) => ZoneNames.Find(zone) ?? DateTimeZone.Utc;
}
