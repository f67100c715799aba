using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Load.Neighbours;

/// <summary>A journey that nobody wants to live beside: what it tells waits for a channel that is down, or for a person.</summary>
internal sealed class NeighbourLifecycle() : Lifecycle("neighbour", version: 1)
{
    public static readonly Channel Down = "pager";
    public static readonly Channel Doubtful = "fax";

    private static readonly State Open = new("open");

    protected override void Define(LifecycleBuilder neighbour)
    {
        neighbour.OpensWith("opened").GoTo(Open);
        neighbour.On("news").Send("neighbour-news").By(Down);
        neighbour.On("doubt").Send("neighbour-doubt").By(Doubtful).IfUnknown(UnknownPolicy.Hold);
    }
}
