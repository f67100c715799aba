namespace CustomerTouchpoints.Lifecycles.Carts;

/// <summary>Nothing is in the cart any more, and it was not bought.</summary>
[Event("cart.emptied")]
public sealed record CartEmptied;
