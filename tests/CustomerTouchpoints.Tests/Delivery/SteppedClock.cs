using CustomerTouchpoints.Testing;

namespace CustomerTouchpoints.Tests.Delivery;

/// <summary>A clock that an administrator sets forward or back; its stopwatch goes on.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private readonly VirtualTime time = new();
    private TimeSpan offset;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + offset;

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);

    public void Step(TimeSpan by) => offset += by;

    public void Advance(TimeSpan span) => time.Advance(span);
}
