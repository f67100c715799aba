namespace CustomerTouchpoints.Lifecycles.Deliveries;

/// <summary>Nothing is delivered any more, and the customer knows.</summary>
[Event("delivery.cancelled")]
public sealed record DeliveryCancelled;
