namespace CustomerTouchpoints.Lifecycles.Deliveries;

/// <summary>The customer has the order.</summary>
[Event("delivery.made")]
public sealed record DeliveryMade;
