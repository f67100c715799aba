namespace CustomerTouchpoints.Tests.Inboxes;

/// <summary>A parcel that is told in the inbox, or by mail where nobody reads it; and news of it that goes nowhere else.</summary>
public sealed class ParcelLifecycle() : Lifecycle("parcel", version: 1)
{
    public static readonly State Sent = new("sent");
    public static readonly State Moving = new("moving");
    public static readonly State Done = new("done", kind: StateKind.Solved);

    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public static IncomingEvent Fact(string name, string key = "1", string id = "1", CustomerId? customer = null) =>
        new()
        {
            Journey = new JourneyId("parcel", key),
            Name = name,
            Id = id,
            Customer = customer ?? "ana",
        };

    protected override void Define(LifecycleBuilder lifecycle)
    {
        lifecycle.OpensWith("sent").GoTo(Sent);
        lifecycle.OpensWith("moved").GoTo(Moving);
        lifecycle.WhileOpen().On("done").GoTo(Done);
        lifecycle.OnEntering(Sent).Send("parcel-sent").By(Channel.Inbox).OrAfter(Patience, unless: TouchpointEvent.Read).By(Channel.Email);
        lifecycle.On("moved").Send("parcel-moved").By(Channel.Inbox);
    }
}
