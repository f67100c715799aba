namespace CustomerTouchpoints.Tests.Lifecycles;

/// <summary>The order of the concept pages: a line, a cancellation, six touchpoints.</summary>
public sealed class OrderLifecycle() : Lifecycle("order", version: 1)
{
    public static readonly State Recorded = new("recorded", says: "we have your order");
    public static readonly State Validated = new("validated", says: "your payment is confirmed");
    public static readonly State Prepared = new("prepared", says: "it is being prepared");
    public static readonly State Shipped = new("shipped", says: "it is on its way");
    public static readonly State Delivered = new("delivered", says: "it has arrived", kind: StateKind.Solved);
    public static readonly State Cancelled = new("cancelled", says: "it is cancelled", kind: StateKind.Final);

    protected override void Define(LifecycleBuilder order)
    {
        order.Parties("buyer");
        order.Line(
            Recorded.ReachedBy<OrderPlaced>(),
            Validated.ReachedBy<PaymentAccepted>(),
            Prepared.ReachedBy<ParcelPacked>(),
            Shipped.ReachedBy<ParcelShipped>(),
            Delivered.ReachedBy<ParcelDelivered>()
        );
        order.WhileOpen().On<OrderCancelled>().GoTo(Cancelled);

        order.OnEntering(Recorded).Send("order-recorded");
        order.OnEntering(Shipped).Send("order-shipped").By(Channel.Email).AlsoBy(Channel.Sms);
        order.OnEntering(Delivered).Send("order-delivered");
        order.OnEntering(Cancelled).Send("order-cancelled");
        order.While(Prepared).QuietFor(TimeSpan.FromDays(2)).Send("order-still-preparing").AtMost(3);
        order.OnEntering(Delivered).After(TimeSpan.FromDays(3)).Send("how-did-we-do").Afterwards();
    }

    [Event("order.placed")]
    public sealed record OrderPlaced(decimal Total);

    [Event("payment.accepted")]
    public sealed record PaymentAccepted;

    [Event("parcel.packed")]
    public sealed record ParcelPacked;

    [Event("parcel.shipped")]
    public sealed record ParcelShipped(Uri TrackingUrl, string Carrier);

    [Event("parcel.delivered")]
    public sealed record ParcelDelivered;

    [Event("order.cancelled")]
    public sealed record OrderCancelled(string Reason);
}
