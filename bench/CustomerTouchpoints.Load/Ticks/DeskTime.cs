namespace CustomerTouchpoints.Load.Ticks;

/// <summary>The desk's time: it stands still until the measurement moves it. Stop watches go on.</summary>
internal sealed class DeskTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public void MoveTo(DateTimeOffset instant) => now = instant;

    public override DateTimeOffset GetUtcNow() => now;
}
