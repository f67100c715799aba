namespace CustomerTouchpoints.Lifecycles.Carts;

/// <summary>
/// Something was put into a cart, taken out, or changed in it. A cart that has nothing in it any more is <see cref="CartEmptied"/>.
/// </summary>
/// <param name="Items">All that is in it now.</param>
/// <param name="Total">What it costs together.</param>
/// <param name="CartUrl">Where the customer finds it.</param>
/// <param name="KeptUntil">Until when prices or stock are kept for the customer. Null says nothing of it.</param>
[Event("cart.changed")]
public sealed record CartChanged(IReadOnlyList<CartItem> Items, Money Total, Uri CartUrl, DateTimeOffset? KeptUntil = null);
