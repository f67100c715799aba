namespace CustomerTouchpoints.AspNetCore.Tests.Shop;

/// <summary>It has left.</summary>
[Event("order.shipped")]
internal sealed record OrderShipped;
