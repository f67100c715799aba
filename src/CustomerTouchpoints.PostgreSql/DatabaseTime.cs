namespace CustomerTouchpoints.PostgreSql;

/// <summary>
/// The database's clock, read here without asking for it each time: the offset to this machine's stopwatch is kept within what each
/// answer of the database proves, and at its lower end, so that no host runs ahead of it. What was told is never taken back.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class DatabaseTime(TimeProvider stopwatch) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly long started = stopwatch.GetTimestamp();

    /// <summary>What to add to the time since the start; in ticks. Null until the database has answered once.</summary>
    private long? offset;
    private long told;

    public override long TimestampFrequency => stopwatch.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => stopwatch.LocalTimeZone;

    public override long GetTimestamp() => stopwatch.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        stopwatch.CreateTimer(callback, state, dueTime, period);

    public override DateTimeOffset GetUtcNow()
    {
        long elapsed = stopwatch.GetElapsedTime(started).Ticks;
        lock (gate)
        {
            long now = offset is { } known ? elapsed + known : stopwatch.GetUtcNow().UtcTicks;
            told = Math.Max(told, now);
            return new DateTimeOffset(told, TimeSpan.Zero);
        }
    }

    /// <summary>Learns that the database's clock stood at an instant at some moment between two readings of the stopwatch.</summary>
    public void Learn(DateTimeOffset database, long asked, long answered) => Learn(database, asked, database, answered);

    /// <summary>Learns from the first and the last statement of one round trip.</summary>
    /// <param name="first">The database's clock at the first statement.</param>
    /// <param name="asked">The reading of the stopwatch before that.</param>
    /// <param name="last">The database's clock at the last statement.</param>
    /// <param name="answered">The reading of the stopwatch after that.</param>
    public void Learn(DateTimeOffset first, long asked, DateTimeOffset last, long answered)
    {
        long latest = first.UtcTicks - stopwatch.GetElapsedTime(started, asked).Ticks;
        long earliest = Math.Min(latest, last.UtcTicks - stopwatch.GetElapsedTime(started, answered).Ticks);
        lock (gate)
        {
            offset = offset is { } known ? Math.Clamp(known, earliest, latest) : earliest;
        }
    }
}
