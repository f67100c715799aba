namespace CustomerTouchpoints.AspNetCore.Tests.Shop;

/// <summary>It is there.</summary>
[Event("order.delivered")]
internal sealed record OrderDelivered;
