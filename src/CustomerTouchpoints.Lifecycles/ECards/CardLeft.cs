namespace CustomerTouchpoints.Lifecycles.ECards;

/// <summary>The message with the card was accepted by its channel. <see cref="ECardObserver"/> raises it.</summary>
/// <param name="LeftAt">When. Null says nothing of it.</param>
[Event(Name)]
public sealed record CardLeft(DateTimeOffset? LeftAt = null)
{
    internal const string Name = "card.left";
}
