namespace CustomerTouchpoints.PostgreSql;

/// <summary>How instants are stored: as timestamptz, whole microseconds, earlier fractions cut off.</summary>
internal static class Instant
{
    public static DateTime ToUtc(DateTimeOffset instant)
    {
        DateTime utc = instant.UtcDateTime;
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    public static DateTime? ToUtc(DateTimeOffset? instant) => instant is { } given ? ToUtc(given) : null;

    public static DateTimeOffset Of(DateTime utc) => new(utc, TimeSpan.Zero);

    /// <summary>From the microseconds since 1970.</summary>
    public static DateTimeOffset Of(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
