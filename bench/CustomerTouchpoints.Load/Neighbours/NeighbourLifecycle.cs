using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Load.Neighbours;

/// <summary>A journey that nobody wants to live beside: what it tells waits for a channel that is down, or for a person.</summary>
internal sealed class NeighbourLifecycle() : Lifecycle("neighbour", version: 1)
{
    public static readonly Channel Down = "pager";

    /// <summary>Many, since one message of a channel at a time is under way.</summary>
    public static readonly IReadOnlyList<Channel> Doubtful = [.. Enumerable.Range(1, 20).Select(line => new Channel($"fax-{line}"))];

    private static readonly State Open = new("open");

    protected override void Define(LifecycleBuilder neighbour)
    {
        neighbour.OpensWith("opened").GoTo(Open);
        neighbour.On("news").Send("neighbour-news").By(Down);
        TouchpointRuleBuilder doubt = neighbour.On("doubt").Send("neighbour-doubt").By(Doubtful[0]).IfUnknown(UnknownPolicy.Hold);
        foreach (Channel line in Doubtful.Skip(1))
        {
            doubt.AlsoBy(line);
        }
    }
}
