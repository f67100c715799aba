namespace CustomerTouchpoints.Lifecycles.ECards;

/// <summary>The recipient has opened the card: the host's page was asked for it.</summary>
/// <param name="OpenedAt">When. Null says nothing of it.</param>
[Event("card.opened")]
public sealed record CardOpened(DateTimeOffset? OpenedAt = null);
