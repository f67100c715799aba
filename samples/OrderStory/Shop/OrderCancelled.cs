using CustomerTouchpoints;

namespace OrderStory.Shop;

/// <summary>The customer does not want it any more.</summary>
[Event("order.cancelled")]
internal sealed record OrderCancelled(Money Refund);
