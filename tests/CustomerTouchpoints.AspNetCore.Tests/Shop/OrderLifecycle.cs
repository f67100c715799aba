namespace CustomerTouchpoints.AspNetCore.Tests.Shop;

/// <summary>An order with a line of four steps, and a promise.</summary>
internal sealed class OrderLifecycle() : Lifecycle("order", version: 1)
{
    public static readonly State Placed = new("placed", says: "we have your order");
    public static readonly State Packed = new("packed", says: "it is packed");
    public static readonly State Shipped = new("shipped", says: "it is on its way <b>&</b>");
    public static readonly State Delivered = new("delivered", says: "it is with you", StateKind.Solved);

    protected override void Define(LifecycleBuilder order)
    {
        order.Line(
            Placed.ReachedBy<OrderPlaced>(),
            Packed.ReachedBy<OrderPacked>(),
            Shipped.ReachedBy<OrderShipped>(),
            Delivered.ReachedBy<OrderDelivered>()
        );
        order.On<OrderPacked>().Promises("delivery", by: e => e.DeliverBy).KeptBy(Delivered);
        order.OnEntering(Placed).Send("order-placed").By(Channel.Email).AlsoBy(Channel.Sms);
    }
}
