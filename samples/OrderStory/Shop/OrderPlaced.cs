using CustomerTouchpoints;

namespace OrderStory.Shop;

/// <summary>A customer has ordered.</summary>
[Event("order.placed")]
internal sealed record OrderPlaced(Money Total, IReadOnlyList<OrderItem> Items, PostalAddress? DeliverTo = null);
