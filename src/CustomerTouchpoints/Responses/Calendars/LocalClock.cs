using NodaTime;
using NodaTime.TimeZones;

namespace CustomerTouchpoints.Responses.Calendars;

/// <summary>
/// Says when a zone's clocks first show a local time or a later one: the instant itself, the end of the gap that it falls into, or its
/// first occurrence. It never goes back as local time goes on, so hours keep their order and what does not overlap by the clock never does.
/// </summary>
/// <remarks>Seconds are counted from 1970, by the local clock or in UTC. Not thread-safe: it remembers where it last looked.</remarks>
internal sealed class LocalClock(DateTimeZone zone)
{
    /// <summary>Farther from a change of offset than any offset reaches, a local time is there exactly once.</summary>
    private static readonly Duration Reach = Duration.FromDays(2);

    private static readonly ZoneLocalMappingResolver Resolver = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier,
        Resolvers.ReturnStartOfIntervalAfter
    );

    private long plainFrom = long.MaxValue;
    private long plainTo = long.MinValue;
    private long offset;

    public long Shows(long localSeconds)
    {
        long instant = localSeconds - offset;
        if (instant >= plainFrom && instant < plainTo)
        {
            return instant;
        }

        LocalDateTime local = Instant.FromUnixTimeSeconds(localSeconds).InUtc().LocalDateTime;
        Instant found = zone.ResolveLocal(local, Resolver).ToInstant();
        Remember(zone.GetZoneInterval(found));
        return found.ToUnixTimeSeconds();
    }

    private void Remember(ZoneInterval interval)
    {
        offset = interval.WallOffset.Seconds;
        plainFrom = interval.HasStart ? (interval.Start + Reach).ToUnixTimeSeconds() : long.MinValue;
        plainTo = interval.HasEnd ? (interval.End - Reach).ToUnixTimeSeconds() : long.MaxValue;
    }
}
