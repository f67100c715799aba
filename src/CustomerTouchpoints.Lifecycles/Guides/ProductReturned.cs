namespace CustomerTouchpoints.Lifecycles.Guides;

/// <summary>The customer does not have it any more, or is sending it back.</summary>
[Event("product.returned")]
public sealed record ProductReturned;
