using System.Text.Json;

namespace CustomerTouchpoints.Tests.Customers.Identity;

/// <summary>An e-card: it goes from one customer to another, and each is told of it.</summary>
public sealed class CardLifecycle() : Lifecycle("card", version: 1)
{
    public static readonly State Written = new("written", says: "it is written");

    public static readonly State Opened = new("opened", says: "it has been opened");

    protected override void Define(LifecycleBuilder card)
    {
        card.Parties("sender", "recipient");
        card.Line(Written.ReachedBy("written"), Opened.ReachedBy("opened"));
        card.OnEntering(Written).Send("card-left").By(Channel.Email);
        card.OnEntering(Written).Send("card-comes").To("recipient").By(Channel.Email);
        card.While(Written).QuietFor(TimeSpan.FromDays(2)).Send("card-waits").AtMost(1).To("recipient").By(Channel.Email);
        card.OnEntering(Opened).Send("card-opened").By(Channel.Email);
        card.On("noted").Send("note").By(Channel.Email);
        card.On("offer").Send("offer").As(Category.Promotional).By(Channel.Email);
    }

    public static IncomingEvent Fact(string name, string id, string? sender = null, string? recipient = null, string words = "{}")
    {
        var parties = new Dictionary<string, CustomerId>();
        if (sender is not null)
        {
            parties["sender"] = sender;
        }

        if (recipient is not null)
        {
            parties["recipient"] = recipient;
        }

        return new IncomingEvent
        {
            Journey = "card/1",
            Name = name,
            Id = id,
            Parties = parties,
            Data = JsonDocument.Parse(words).RootElement,
        };
    }
}
