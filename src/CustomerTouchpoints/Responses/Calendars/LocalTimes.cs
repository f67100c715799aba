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
        LocalDate date = Instant.FromDateTimeOffset(from).InZone(local).Date.PlusDays(-1);
        DateTimeOffset next;
        do
        {
            next = On(date, time, local);
            date = date.PlusDays(1);
        } while (next < from);
        return next;
    }

    /// <summary>The last such time of day at or before an instant.</summary>
    public static DateTimeOffset LatestAt(TimeOnly time, string zone, DateTimeOffset until)
    {
        DateTimeZone local = ZoneOf(zone);
        LocalDate date = Instant.FromDateTimeOffset(until).InZone(local).Date.PlusDays(1);
        DateTimeOffset latest;
        do
        {
            latest = On(date, time, local);
            date = date.PlusDays(-1);
        } while (latest > until);
        return latest;
    }

    /// <summary>The local date of an instant, as <c>2026-11-22</c>.</summary>
    public static string DateOf(DateTimeOffset instant, string zone) =>
        Instant
            .FromDateTimeOffset(instant)
            .InZone(ZoneOf(zone))
            .Date.ToString("uuuu'-'MM'-'dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset On(LocalDate date, TimeOnly time, DateTimeZone zone) =>
        zone.ResolveLocal(date + LocalTime.FromTicksSinceMidnight(time.Ticks), Resolver).ToDateTimeOffset().ToUniversalTime();

    private static DateTimeZone ZoneOf(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZone.Utc;
}
