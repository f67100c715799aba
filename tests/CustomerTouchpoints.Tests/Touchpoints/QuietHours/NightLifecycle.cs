namespace CustomerTouchpoints.Tests.Touchpoints.QuietHours;

/// <summary>What may come up in a night: a parcel, an offer, an alarm, and a question that is asked.</summary>
public sealed class NightLifecycle() : Lifecycle("night", version: 1)
{
    public static readonly State Begun = new("begun", says: "it has begun");

    protected override void Define(LifecycleBuilder night)
    {
        night.Line(Begun.ReachedBy("begun"));
        night.On("asked").IsFromCustomer();
        night.On("answered").IsAnswer();
        night.On("shipped").Send("shipped").By(Channel.Sms);
        night.On("shipped").Send("shipped-mail").By(Channel.Email).AsWell();
        night.On("offer").Send("offer").As(Category.Promotional).By(Channel.Email);
        night.On("alarm").Send("alarm").By(Channel.Sms).AtAnyHour();
    }

    public static IncomingEvent Fact(string name, string id) =>
        new()
        {
            Journey = "night/1",
            Name = name,
            Id = id,
            Customer = "ana",
        };
}
