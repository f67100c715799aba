namespace CustomerTouchpoints.Lifecycles.Carts;

/// <summary>The cart was bought: there is an order, and nothing to remind of.</summary>
[Event("cart.bought")]
public sealed record CartBought;
