namespace CustomerTouchpoints.Lifecycles.Carts;

/// <summary>One thing in a cart.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Count">How many of it.</param>
/// <param name="Price">What they cost together.</param>
/// <param name="Picture">A picture of it, by https. Null for none.</param>
public sealed record CartItem(string Name, int Count, Money Price, Uri? Picture = null);
