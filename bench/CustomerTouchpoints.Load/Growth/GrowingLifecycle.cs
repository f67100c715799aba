using OrderStory.Shop;

namespace CustomerTouchpoints.Load.Growth;

/// <summary>Orders that stay open, each with a timer far away; every event sends a mail.</summary>
internal sealed class GrowingLifecycle() : Lifecycle("order", version: 1)
{
    private static readonly State Recorded = new("recorded", says: "we have your order");
    private static readonly State Validated = new("validated", says: "it is paid for");
    private static readonly State Prepared = new("prepared", says: "it is packed");
    private static readonly State Lost = new("lost", kind: StateKind.Solved);

    protected override void Define(LifecycleBuilder order)
    {
        order.Line(Recorded.ReachedBy<OrderPlaced>(), Validated.ReachedBy<PaymentAccepted>(), Prepared.ReachedBy<ParcelPacked>());
        order.WhileOpen().For(TimeSpan.FromDays(365)).GoTo(Lost);
        order.OnEntering(Recorded).Send("order-recorded");
        order.OnEntering(Validated).Send("order-validated");
        order.OnEntering(Prepared).Send("order-prepared");
        order.On<ParcelScanned>().Send("order-prepared").Named("scanned");
    }
}
