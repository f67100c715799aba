namespace CustomerTouchpoints;

/// <summary>Instants as stores keep them: UTC, to the microsecond.</summary>
internal static class Instants
{
    public static long ToMicroseconds(DateTimeOffset instant) =>
        (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        new(DateTimeOffset.UnixEpoch.Ticks + (microseconds * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>The instant as a store would give it back.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset instant) => FromMicroseconds(ToMicroseconds(instant));

    /// <summary>The first instant that a store can keep and that is no earlier.</summary>
    public static DateTimeOffset Ceiling(DateTimeOffset instant) =>
        Truncate(instant) is var kept && kept < instant ? kept.AddMicroseconds(1) : kept;

    /// <summary>The instant as a store would give it back; null stays null.</summary>
    public static DateTimeOffset? Truncate(DateTimeOffset? instant) => instant is { } given ? Truncate(given) : null;
}
