namespace CustomerTouchpoints.Lifecycles.Reengagement;

/// <summary>A customer has bought, asked, visited or opened something: any act that shows that they are there.</summary>
[Event("customer.acted")]
public sealed record CustomerActed;
