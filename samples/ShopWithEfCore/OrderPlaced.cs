using CustomerTouchpoints;

namespace ShopWithEfCore;

/// <summary>The news of an order.</summary>
[Event("order.placed")]
internal sealed record OrderPlaced(string Item);
