namespace CustomerTouchpoints.Tests.Customers.Consent;

/// <summary>What a shop's club tells its members: a fact, where things stand, and offers by mail or else by text message.</summary>
public sealed class ClubLifecycle() : Lifecycle("club", version: 1)
{
    public static readonly State Joined = new("joined", says: "you are a member");

    protected override void Define(LifecycleBuilder club)
    {
        club.Line(Joined.ReachedBy("joined"));
        club.OnEntering(Joined).Send("card").By(Channel.Email);
        club.On("news").Send("news").As(Category.Service).By(Channel.Email);
        club.On("offer").Send("offer").As(Category.Promotional).By(Channel.Email, Channel.Sms);
    }

    public static IncomingEvent Fact(string name, string id, string member = "ana") =>
        new()
        {
            Journey = new JourneyId("club", member),
            Name = name,
            Id = id,
            Customer = member,
        };
}
