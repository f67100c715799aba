namespace CustomerTouchpoints.Lifecycles.Deliveries;

/// <summary>The order comes at another time than was promised last.</summary>
/// <param name="DeliverBy">By when it comes now.</param>
/// <param name="Cause">What happened, as a sentence for the customer in their language. Null says nothing of it.</param>
[Event("delivery.rescheduled")]
public sealed record DeliveryRescheduled(DateTimeOffset DeliverBy, string? Cause = null);
