namespace CustomerTouchpoints.CrashHost;

/// <summary>One fact, one message.</summary>
internal sealed class NewsLifecycle(Channel channel) : Lifecycle("news", version: 1)
{
    public const string Fact = "news.broke";

    private static readonly State Told = new("told");

    protected override void Define(LifecycleBuilder news)
    {
        news.Line(Told.ReachedBy(Fact));
        news.OnEntering(Told).Send("news").By(channel);
    }
}
