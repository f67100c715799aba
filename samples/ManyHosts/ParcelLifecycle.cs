using CustomerTouchpoints;
using CustomerTouchpoints.Touchpoints;

namespace ManyHosts;

/// <summary>A parcel and its three messages. One whose host died while it was sent goes out again, under the same message id.</summary>
internal sealed class ParcelLifecycle() : Lifecycle("parcel", version: 1)
{
    private static readonly State Packed = new("packed", says: "it is packed");
    private static readonly State Shipped = new("shipped", says: "it is on its way");
    private static readonly State Delivered = new("delivered", says: "it is in your hands", StateKind.Solved);

    public static IReadOnlyList<string> Facts { get; } = ["packed", "shipped", "delivered"];

    protected override void Define(LifecycleBuilder parcel)
    {
        parcel.Line(Packed.ReachedBy("packed"), Shipped.ReachedBy("shipped"), Delivered.ReachedBy("delivered"));
        parcel.OnEntering(Packed).Send("parcel-packed").MustBeHeard().IfUnknown(UnknownPolicy.Resend);
        parcel.OnEntering(Shipped).Send("parcel-shipped").MustBeHeard().IfUnknown(UnknownPolicy.Resend);
        parcel.OnEntering(Delivered).Send("parcel-delivered").MustBeHeard().IfUnknown(UnknownPolicy.Resend);
    }
}
