namespace CustomerTouchpoints.AspNetCore.Tests.Shop;

/// <summary>An order was placed.</summary>
[Event("order.placed")]
internal sealed record OrderPlaced(string Number);
