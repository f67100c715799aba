namespace CustomerTouchpoints.PostgreSql.Host;

/// <summary>A host's clock that somebody sets forward or back; the stopwatch goes on.</summary>
public sealed class MovedClock : TimeProvider
{
    private long by;

    public void Move(TimeSpan more) => Interlocked.Add(ref by, more.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref by));
}
