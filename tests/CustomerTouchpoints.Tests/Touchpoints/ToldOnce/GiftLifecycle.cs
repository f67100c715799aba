namespace CustomerTouchpoints.Tests.Touchpoints.ToldOnce;

/// <summary>A gift that somebody sends to somebody, or to themselves: what happens to it matches more rules than one.</summary>
public sealed class GiftLifecycle() : Lifecycle("gift", version: 1)
{
    public static readonly State Ordered = new("ordered");
    public static readonly State Shipped = new("shipped");
    public static readonly State Delivered = new("delivered", kind: StateKind.Solved);

    public static IncomingEvent Fact(string name, string id = "1", string? buyer = "ana", string? recipient = null)
    {
        var parties = new Dictionary<string, CustomerId>();
        if (buyer is not null)
        {
            parties["buyer"] = buyer;
        }

        if (recipient is not null)
        {
            parties["recipient"] = recipient;
        }

        return new IncomingEvent
        {
            Journey = "gift/1",
            Name = name,
            Id = id,
            Parties = parties,
        };
    }

    protected override void Define(LifecycleBuilder gift)
    {
        gift.Parties("buyer", "recipient");
        gift.Line(Ordered.ReachedBy("ordered"), Shipped.ReachedBy("shipped"), Delivered.ReachedBy("delivered"));
        gift.WhileOpen().On("repacked").Stay();
        gift.While(Shipped).On("back").GoTo(Ordered);

        gift.OnEntering(Ordered).Send("gift-ordered");
        gift.OnReentering(Ordered).Send("gift-ordered-again");
        gift.OnEntering(Shipped).Send("gift-shipped").By(Channel.Email).AlsoBy(Channel.Sms);
        gift.OnEntering(Shipped).Send("gift-comes").To("recipient").By(Channel.Email).AlsoBy(Channel.Sms);
        gift.On("shipped").Send("gift-tracked").By(Channel.Chat).AlsoBy("paper");
        gift.On("shipped").Send("gift-insured").By(Channel.Chat).AsWell();
        gift.On("shipped").Send("gift-offer").As(Category.Promotional);

        gift.On("alarm").Send("alarm").By(Channel.Email).WithPriority(9);
        gift.On("alarm").Send("alarm-text").To("recipient").By(Channel.Sms).AtAnyHour();

        gift.On("news").Send("news");
        gift.On("news").Send("news-for-some").By(Channel.Sms).When("it is for some", _ => true);
        gift.On("news").Send("news-first").To("recipient").By(Channel.Chat).WithPriority(1);

        gift.On("repacked")
            .Send("repacked")
            .By(Channel.Sms)
            .OrAfter(TimeSpan.FromMinutes(10), unless: TouchpointEvent.Delivered)
            .By(Channel.Email)
            .When("always", _ => true);
        gift.On("repacked")
            .Send("repacked-too")
            .To("recipient")
            .By(Channel.Chat)
            .OrAfter(TimeSpan.FromMinutes(10), unless: TouchpointEvent.Delivered)
            .By(Channel.Email);
    }
}
