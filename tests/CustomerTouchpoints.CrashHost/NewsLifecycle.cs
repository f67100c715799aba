namespace CustomerTouchpoints.CrashHost;

/// <summary>One fact, one mail.</summary>
internal sealed class NewsLifecycle() : Lifecycle("news", version: 1)
{
    public const string Fact = "news.broke";

    private static readonly State Told = new("told");

    protected override void Define(LifecycleBuilder news)
    {
        news.Line(Told.ReachedBy(Fact));
        news.OnEntering(Told).Send("news");
    }
}
