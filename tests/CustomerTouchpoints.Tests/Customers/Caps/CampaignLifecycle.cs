namespace CustomerTouchpoints.Tests.Customers.Caps;

/// <summary>What campaigns tell a customer: offers by mail, deals by text message that come first, and facts.</summary>
public sealed class CampaignLifecycle() : Lifecycle("campaign", version: 1)
{
    public static readonly State Running = new("running", says: "it runs");
    public static readonly State Over = new("over", "it is over", StateKind.Solved);

    protected override void Define(LifecycleBuilder campaign)
    {
        campaign.Line(Running.ReachedBy("begun"));
        campaign.WhileOpen().On("ended").GoTo(Over);
        campaign.On("offer").Send("offer").As(Category.Promotional).By(Channel.Email).StaleAfter(TimeSpan.FromDays(5));
        campaign.On("deal").Send("deal").As(Category.Promotional).By(Channel.Sms).WithPriority(10).StaleAfter(TimeSpan.FromDays(5));
        campaign.On("fact").Send("fact").By(Channel.Email);
    }

    public static IncomingEvent Fact(string name, string id, int campaign = 1) =>
        new()
        {
            Journey = new JourneyId("campaign", $"{campaign}"),
            Name = name,
            Id = id,
            Customer = "ana",
        };
}
