namespace CustomerTouchpoints.Lifecycles.ECards;

/// <summary>The card can't be delivered: its address refused it for good. <see cref="ECardObserver"/> raises it; so may a host that hears
/// of a bounce.</summary>
[Event(Name)]
public sealed record CardFailed
{
    internal const string Name = "card.failed";
}
