using CustomerTouchpoints;

namespace TouchpointsApp;

/// <summary>What can happen to an order, and what its buyer is told.</summary>
public sealed class OrderLifecycle() : Lifecycle("order", version: 1)
{
    public static readonly State Recorded = new("recorded", says: "we have your order");
    public static readonly State Shipped = new("shipped", says: "it is on its way");
    public static readonly State Delivered = new("delivered", says: "it has arrived", kind: StateKind.Solved);

    protected override void Define(LifecycleBuilder order)
    {
        order.Parties("buyer");
        order.Line(Recorded.ReachedBy<OrderPlaced>(), Shipped.ReachedBy<ParcelShipped>(), Delivered.ReachedBy<ParcelDelivered>());

        order.OnEntering(Recorded).Send("order-recorded");
        order.OnEntering(Shipped).Send("order-shipped");
        order.While(Recorded).QuietFor(TimeSpan.FromDays(2)).Send("order-still-preparing").AtMost(3);
    }
}
