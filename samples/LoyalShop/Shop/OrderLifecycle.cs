using CustomerTouchpoints;

namespace LoyalShop.Shop;

/// <summary>An order, from the purchase to the customer's hands. Its parcel is told by mail and by text message.</summary>
public sealed class OrderLifecycle() : Lifecycle("order", version: 1)
{
    private static readonly State Placed = new("placed", "we have your order");
    private static readonly State Packed = new("packed", "it is packed");
    private static readonly State Shipped = new("shipped", "it is on its way");
    private static readonly State Delivered = new("delivered", "it is in your hands", StateKind.Solved);

    protected override void Define(LifecycleBuilder order)
    {
        order.Line(Placed.ReachedBy("placed"), Packed.ReachedBy("packed"), Shipped.ReachedBy("shipped"), Delivered.ReachedBy("delivered"));
        order.OnEntering(Placed).Send("order-placed");
        order.OnEntering(Packed).Send("order-packed");
        order.OnEntering(Shipped).Send("order-shipped").By(Channel.Email).AlsoBy(Channel.Sms);
        order.OnEntering(Delivered).Send("order-delivered").By(Channel.Email).AlsoBy(Channel.Sms);

        // Somebody has to open the door now: it may ring at any hour.
        order.On("at-the-door").Send("order-at-the-door").By(Channel.Sms).AtAnyHour();
    }
}
