using CustomerTouchpoints;

namespace ShopWeb.Shop;

/// <summary>What can happen to an order of Lumen Cameras, and what its buyer is told about it.</summary>
internal sealed class OrderLifecycle() : Lifecycle("order", version: 1)
{
    public static readonly State Recorded = new("recorded", says: "we have your order");
    public static readonly State Paid = new("paid", says: "it is paid for, and on our bench");
    public static readonly State Packed = new("packed", says: "it is packed");
    public static readonly State Shipped = new("shipped", says: "it is on its way");
    public static readonly State Delivered = new("delivered", says: "it is with you", StateKind.Solved);
    public static readonly State Returned = new("returned", says: "it is back with us", StateKind.Final);
    public static readonly State Cancelled = new("cancelled", says: "it is cancelled", StateKind.Final);

    protected override void Define(LifecycleBuilder order)
    {
        order.Parties("buyer");
        order.Line(
            Recorded.ReachedBy<OrderPlaced>(),
            Paid.ReachedBy<PaymentAccepted>(),
            Packed.ReachedBy<ParcelPacked>(),
            Shipped.ReachedBy<ParcelShipped>(),
            Delivered.ReachedBy<ParcelDelivered>()
        );
        order.WhileOpen().On<OrderCancelled>().When("the parcel has not left yet", now => now.State != Shipped.Name).GoTo(Cancelled);
        order.While(Delivered).On<ParcelReturned>().GoTo(Returned);
        order.On<ParcelShipped>().Promises("delivery", by: shipped => shipped.DeliverBy).KeptBy(Delivered);

        order.OnEntering(Recorded).Send("order-recorded");
        order.OnEntering(Paid).Send("order-paid");
        order.OnEntering(Shipped).Send("order-shipped").AlsoBy(Channel.Sms).AlsoBy(Channel.Inbox);
        order.OnEntering(Delivered).Send("order-delivered").AlsoBy(Channel.Inbox);
        order.OnEntering(Returned).Send("order-returned");
        order.OnEntering(Cancelled).Send("order-cancelled");
        order.OnBrokenPromise("delivery").Send("order-late");
        order.While(Packed).QuietFor(TimeSpan.FromDays(2)).Send("order-still-here").AtMost(3);
        order.OnEntering(Delivered).After(TimeSpan.FromDays(3)).Send("how-did-we-do").WithSurvey("delivery");
        order.OnEntering(Delivered).After(TimeSpan.FromDays(5)).Send("darkroom-evening").As(Category.Promotional).Afterwards();
    }
}
