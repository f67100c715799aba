namespace CustomerTouchpoints.Tests.Customers.Segments;

/// <summary>What a shop tells a buyer: a welcome at the first order, one after a long time, thanks, and something later.</summary>
public sealed class PurchaseLifecycle() : Lifecycle("purchase", version: 1)
{
    public static readonly State Placed = new("placed");

    protected override void Define(LifecycleBuilder purchase)
    {
        purchase.Line(Placed.ReachedBy("bought"));
        purchase.WhileOpen().On("looked").Stay();
        purchase.OnEntering(Placed).Send("welcome").For("first-order");
        purchase.OnEntering(Placed).Send("welcome-back").For("returning").AsWell().NotFor("club");
        purchase.OnEntering(Placed).Send("club").For("club").AsWell().For("first-order");
        purchase.OnEntering(Placed).Send("thanks").NotFor("club").AsWell();
        purchase.OnEntering(Placed).After(TimeSpan.FromDays(1)).Send("later").NotFor("club");
    }

    public static IncomingEvent Bought(string id, string customer = "ana") =>
        new()
        {
            Journey = new JourneyId("purchase", id),
            Name = "bought",
            Id = "1",
            Customer = customer,
        };
}
