using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite;

/// <summary>How instants are stored: as whole microseconds since 1970-01-01 UTC, earlier fractions cut off.</summary>
internal static class Instant
{
    public static long ToMicroseconds(DateTimeOffset instant) =>
        (instant.UtcTicks / TimeSpan.TicksPerMicrosecond) - (DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerMicrosecond);

    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        new(DateTime.UnixEpoch.Ticks + (microseconds * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>The row as reading it gives it back: the same object where nothing is cut off.</summary>
    public static JourneyRow Kept(JourneyRow row)
    {
        DateTimeOffset created = FromMicroseconds(ToMicroseconds(row.CreatedAt));
        DateTimeOffset? due = row.DueAt is { } instant ? FromMicroseconds(ToMicroseconds(instant)) : null;
        return created == row.CreatedAt && due == row.DueAt ? row : row with { CreatedAt = created, DueAt = due };
    }
}
