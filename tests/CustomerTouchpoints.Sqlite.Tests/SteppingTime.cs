namespace CustomerTouchpoints.Sqlite.Tests;

/// <summary>Time that passes only by waiting: each delay ends at once and moves the clock by its length.</summary>
internal sealed class SteppingTime : TimeProvider
{
    private long ticks;

    /// <summary>Runs at each delay, as the world would while somebody waits.</summary>
    public Action OnDelay { get; set; } = () => { };

    public TimeSpan Passed => TimeSpan.FromTicks(Interlocked.Read(ref ticks));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Add(ref ticks, dueTime.Ticks);
        OnDelay();
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
