namespace CustomerTouchpoints.Lifecycles.Deliveries;

/// <summary>The customer was told by when their order comes.</summary>
/// <param name="Order">The order's number, as the customer knows it.</param>
/// <param name="DeliverBy">By when.</param>
[Event("delivery.promised")]
public sealed record DeliveryPromised(string Order, DateTimeOffset DeliverBy);
