namespace CustomerTouchpoints.AspNetCore.Tests.Shop;

/// <summary>It is packed, and by when it will be there.</summary>
[Event("order.packed")]
internal sealed record OrderPacked(DateTimeOffset DeliverBy);
