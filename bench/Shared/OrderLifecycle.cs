using OrderStory.Shop;

namespace CustomerTouchpoints.Bench;

/// <summary>The order's story as it is measured: five events on a line, and one mail for each.</summary>
internal sealed class OrderLifecycle() : Lifecycle("order", version: 1)
{
    public static readonly State Recorded = new("recorded", says: "we have your order");
    public static readonly State Validated = new("validated", says: "it is paid for");
    public static readonly State Prepared = new("prepared", says: "it is packed");
    public static readonly State Shipped = new("shipped", says: "it is on its way");
    public static readonly State Delivered = new("delivered", says: "it is with you", StateKind.Solved);

    protected override void Define(LifecycleBuilder order)
    {
        order.Line(
            Recorded.ReachedBy<OrderPlaced>(),
            Validated.ReachedBy<PaymentAccepted>(),
            Prepared.ReachedBy<ParcelPacked>(),
            Shipped.ReachedBy<ParcelShipped>(),
            Delivered.ReachedBy<ParcelDelivered>()
        );

        foreach (State state in (State[])[Recorded, Validated, Prepared, Shipped, Delivered])
        {
            order.OnEntering(state).Send($"order-{state.Name}");
        }
    }
}
