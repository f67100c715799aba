namespace CustomerTouchpoints.PostgreSql.Tests.Engine;

/// <summary>An offer, told to whoever agreed to offers.</summary>
public sealed class OfferLifecycle() : Lifecycle("offer", version: 1)
{
    public static readonly State Made = new("made", says: "here it is");

    protected override void Define(LifecycleBuilder offer)
    {
        offer.Line(Made.ReachedBy("made"));
        offer.OnEntering(Made).Send("offer").As(Category.Promotional);
    }

    public static IncomingEvent Fact(string offer, string customer) =>
        new()
        {
            Journey = new JourneyId("offer", offer),
            Name = "made",
            Id = "1",
            Customer = customer,
        };
}
