using System.Text.Json;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Tests.Journeys;

/// <summary>
/// An order with everything that decisions have to get right: a line, a detour off it, a reopening, conditions, afterwards.
/// </summary>
public sealed class OrderLifecycle() : Lifecycle("order", version: 1)
{
    public static readonly State Recorded = new("recorded", says: "we have your order");
    public static readonly State Validated = new("validated", says: "your payment is there");
    public static readonly State Prepared = new("prepared", says: "it is being packed");
    public static readonly State Shipped = new("shipped", says: "it is on its way");
    public static readonly State Delivered = new("delivered", says: "it is in your hands", StateKind.Solved);
    public static readonly State OnHold = new("on-hold", says: "we are checking something");
    public static readonly State Returned = new("returned", says: "it is coming back");
    public static readonly State Cancelled = new("cancelled", says: "it is cancelled", StateKind.Final);

    public static IncomingEvent Fact(
        string name,
        string id,
        string order = "order/1",
        string? customer = null,
        DateTimeOffset? at = null,
        string data = "{}"
    ) =>
        new()
        {
            Journey = order,
            Name = name,
            Id = id,
            Customer = customer is null ? default(CustomerId?) : new CustomerId(customer),
            OccurredAt = at,
            Data = JsonDocument.Parse(data).RootElement,
        };

    protected override void Define(LifecycleBuilder order)
    {
        order.Parties("buyer", "recipient");
        order.Line(
            Recorded.ReachedBy("order.placed"),
            Validated.ReachedBy("payment.accepted"),
            Prepared.ReachedBy("parcel.packed"),
            Shipped.ReachedBy("parcel.shipped"),
            Delivered.ReachedBy("parcel.delivered")
        );
        order.WhileOpen().On("order.cancelled").GoTo(Cancelled);
        order.WhileOpen().On("fraud.suspected").GoTo(OnHold);
        order
            .While(OnHold)
            .On("fraud.cleared")
            .When(
                "the check was thorough",
                now => now.EventData.TryGetProperty("thorough", out JsonElement thorough) && thorough.GetBoolean()
            )
            .GoTo(Recorded);
        order.While(OnHold).On("note.taken").Stay();
        order.While(Delivered).On("return.asked").GoTo(Returned);
        order.While(Prepared).On("parcel.repacked").Reenter();
        order.While(Returned).For(TimeSpan.FromDays(30)).GoTo(Delivered);

        order.OnEntering(Recorded).Send("order-recorded");
        order.OnEntering(Validated).Send("order-validated");
        order.OnEntering(Prepared).Send("order-prepared");
        order.OnReentering(Prepared).Send("order-repacked");
        order.OnEntering(Shipped).Send("order-shipped").By(Channel.Email).AlsoBy(Channel.Sms);
        order.OnEntering(Delivered).Send("order-delivered");
        order.OnEntering(Delivered).After(TimeSpan.FromDays(3)).Send("how-did-we-do").Afterwards();
        order.OnEntering(Cancelled).Send("order-cancelled");
        order.OnLeaving(OnHold).Send("hold-is-over").AsWell().IfUnknown(UnknownPolicy.Hold);
        order.On("parcel.delayed").Send("parcel-delayed").IfUnknown(UnknownPolicy.Ask);
        order.On("gift.announced").Send("gift-announced").To("recipient");
        order.While(Prepared).QuietFor(TimeSpan.FromDays(2)).Send("order-still-preparing").AtMost(2);
        order
            .OnEntering(Validated)
            .After(TimeSpan.FromHours(6))
            .Send("tips")
            .When("in the club", now => now.Customer?.Segments.Contains("club") == true);
        order.While(OnHold).EveryDayAt(new TimeOnly(9, 0)).Send("still-checking").AtMost(5);
    }
}
