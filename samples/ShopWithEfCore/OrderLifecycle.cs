using CustomerTouchpoints;

namespace ShopWithEfCore;

/// <summary>What can happen to an order, and what is told of it.</summary>
internal sealed class OrderLifecycle() : Lifecycle("order", version: 1)
{
    private static readonly State Placed = new("placed", says: "we have your order");

    protected override void Define(LifecycleBuilder order)
    {
        order.Line(Placed.ReachedBy<OrderPlaced>());
        order.OnEntering(Placed).Send("order-placed");
    }
}
