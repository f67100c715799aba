using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Tests.Delivery;

/// <summary>
/// A parcel with a rule for each policy: one that asks, one that holds, one that resends, and one that tells a condition and asks.
/// </summary>
public sealed class ParcelLifecycle() : Lifecycle("parcel", version: 1)
{
    public static readonly State Packed = new("packed");
    public static readonly State Delivered = new("delivered", kind: StateKind.Solved);

    public static readonly TouchpointId Asks = TouchpointId.Parse("parcel/1~asks~1~buyer~email");
    public static readonly TouchpointId Holds = TouchpointId.Parse("parcel/1~holds~1~buyer~sms");
    public static readonly TouchpointId Resends = TouchpointId.Parse("parcel/1~resends~1~buyer~chat");

    public static IncomingEvent Fact(string name, string id) =>
        new()
        {
            Journey = "parcel/1",
            Name = name,
            Id = id,
            Customer = "ana",
        };

    protected override void Define(LifecycleBuilder parcel)
    {
        parcel.Parties("buyer");
        parcel.Line(Packed.ReachedBy("parcel.packed"), Delivered.ReachedBy("parcel.delivered"));
        parcel.OnEntering(Packed).Send("asks").IfUnknown(UnknownPolicy.Ask);
        parcel.OnEntering(Packed).Send("holds").By(Channel.Sms).AsWell().IfUnknown(UnknownPolicy.Hold);
        parcel.OnEntering(Packed).Send("resends").By(Channel.Chat).AsWell();
        parcel.While(Packed).QuietFor(TimeSpan.FromDays(1)).Send("still-packed").IfUnknown(UnknownPolicy.Ask);
    }
}
