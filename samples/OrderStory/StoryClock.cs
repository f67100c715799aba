namespace OrderStory;

/// <summary>The story's own time: it stands still until the story moves it, and never goes back.</summary>
internal sealed class StoryClock : TimeProvider
{
    private DateTimeOffset now = DateTimeOffset.UnixEpoch;

    public DateTimeOffset Now => now;

    public override DateTimeOffset GetUtcNow() => now;

    public void MoveTo(DateTimeOffset instant) => now = instant > now ? instant.ToUniversalTime() : now;
}
