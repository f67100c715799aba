namespace SupportDesk.Desk;

/// <summary>The log's own time: it stands still until the replay moves it, and never goes back.</summary>
internal sealed class LogClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; private set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;

    public void MoveTo(DateTimeOffset instant) => Now = instant > Now ? instant : Now;
}
