namespace ShopWeb.Demo;

/// <summary>The month's own time: it stands still until the month moves it, and never goes back.</summary>
internal sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public DateTimeOffset Now => now;

    public override DateTimeOffset GetUtcNow() => now;

    public void MoveTo(DateTimeOffset instant) => now = instant > now ? instant : now;
}
