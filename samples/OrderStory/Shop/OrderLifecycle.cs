using System.Text.Json;
using CustomerTouchpoints;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Touchpoints;

namespace OrderStory.Shop;

/// <summary>What can happen to an order of Lumen Cameras, and what its buyer is told about it.</summary>
internal sealed class OrderLifecycle() : Lifecycle("order", version: 1)
{
    public static readonly State Recorded = new("recorded", says: "we have your order");
    public static readonly State InOurHands = new("in-our-hands", says: "we are preparing it");
    public static readonly State Validated = new("validated", says: "it is paid for", within: InOurHands);
    public static readonly State Prepared = new("prepared", says: "it is packed", within: InOurHands);
    public static readonly State Shipped = new("shipped", says: "it is on its way");
    public static readonly State Delivered = new("delivered", says: "it is with you", StateKind.Solved);
    public static readonly State Returned = new("returned", says: "it is back with us", StateKind.Final);
    public static readonly State Cancelled = new("cancelled", says: "it is cancelled", StateKind.Final);

    private static readonly TimeOnly MidMorning = new(10, 0);

    protected override void Define(LifecycleBuilder order)
    {
        order.Parties("buyer");

        // Feeds are dirty: facts come late, twice, or never. A line only moves forward.
        order.Line(
            Recorded.ReachedBy<OrderPlaced>(),
            Validated.ReachedBy<PaymentAccepted>(),
            Prepared.ReachedBy<ParcelPacked>(),
            Shipped.ReachedBy<ParcelShipped>(),
            Delivered.ReachedBy<ParcelDelivered>()
        );
        order.WhileOpen().On<OrderCancelled>().When("the parcel has not left yet", now => now.State != Shipped.Name).GoTo(Cancelled);
        order.While(Delivered).On<ParcelReturned>().GoTo(Returned);

        // Facts: each is told once, at once, and stays true.
        order.OnEntering(Recorded).Send("order-recorded");
        order.OnEntering(Validated).Send("order-validated");
        order.OnEntering(Prepared).Send("order-prepared");
        order.OnEntering(Shipped).Send("order-shipped").AlsoBy(Channel.Sms);
        order.OnEntering(Delivered).Send("order-delivered");
        order.OnEntering(Returned).Send("order-returned");
        order.OnEntering(Cancelled).Send("order-cancelled");
        order.On<ParcelDelayed>().Send("order-delayed").AlsoBy(Channel.Sms);

        // Conditions: they end with their state, and their messages with them.
        order.While(InOurHands).QuietFor(TimeSpan.FromDays(2)).Send("order-still-preparing").AtMost(3);
        order.While(Shipped).QuietFor(TimeSpan.FromDays(6)).Send("order-not-there-yet").AtMost(1);

        // Once the matter is solved: a question, and an invitation for those who agreed to hear from us. A promotional message whose
        // attempt may have left is not repeated by default; here it may be, because a drop folder only overwrites it with itself.
        order
            .OnEntering(Delivered)
            .After(TimeSpan.FromDays(3))
            .At(MidMorning)
            .Send("how-did-we-do")
            .StaleAfter(TimeSpan.FromDays(2))
            .Afterwards();
        order
            .OnEntering(Delivered)
            .After(TimeSpan.FromDays(5))
            .At(MidMorning)
            .Send("darkroom-evening")
            .As(Category.Promotional)
            .IfUnknown(UnknownPolicy.Resend)
            .When("the order came to 500 or more", now => TotalOf(now) >= 500)
            .Afterwards();
    }

    /// <summary>What the order came to; zero when the fact that says so is missing.</summary>
    private static decimal TotalOf(Situation now) =>
        now.JourneyData.TryGetProperty("total", out JsonElement total)
        && total.ValueKind == JsonValueKind.Object
        && total.TryGetProperty("amount", out JsonElement amount)
        && amount.ValueKind == JsonValueKind.Number
            ? amount.GetDecimal()
            : 0;
}
