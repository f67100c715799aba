using CustomerTouchpoints;

namespace LoyalShop.Shop;

/// <summary>A cart. Who leaves it is reminded once, if they agreed to offers and have not heard too much; who buys is not.</summary>
public sealed class CartLifecycle() : Lifecycle("cart", version: 1)
{
    private static readonly State Filled = new("filled", "something is in it");
    private static readonly State Bought = new("bought", "it was bought", StateKind.Solved);

    protected override void Define(LifecycleBuilder cart)
    {
        cart.Line(Filled.ReachedBy("filled"));
        cart.WhileOpen().On("bought").GoTo(Bought);
        cart.While(Filled).QuietFor(TimeSpan.FromHours(2)).Send("cart-waits").As(Category.Promotional).AtMost(1).WithPriority(20);
    }
}
