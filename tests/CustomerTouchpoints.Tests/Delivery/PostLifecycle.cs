namespace CustomerTouchpoints.Tests.Delivery;

/// <summary>One mail for each event: as many as a test wants.</summary>
public sealed class PostLifecycle() : Lifecycle("post", version: 1)
{
    public static readonly State Open = new("open");

    public static IncomingEvent Posted(string journey, string id = "1") =>
        new()
        {
            Journey = new JourneyId("post", journey),
            Name = "posted",
            Id = id,
            Customer = "ana",
        };

    protected override void Define(LifecycleBuilder lifecycle)
    {
        lifecycle.OpensWith("posted").GoTo(Open);
        lifecycle.On("posted").Send("post");
    }
}
