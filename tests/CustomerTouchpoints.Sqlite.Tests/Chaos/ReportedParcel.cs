using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Sqlite.Tests.Chaos;

/// <summary>
/// A message for each fact, which arrives whatever happens. Nothing is solved, for then what is in doubt is not repeated.
/// </summary>
public sealed class ReportedParcel() : Lifecycle("reported", version: 1)
{
    public static readonly State Packed = new("packed");
    public static readonly State Shipped = new("shipped");
    public static readonly State Delivered = new("delivered");

    /// <summary>The facts of a parcel, in order.</summary>
    public static IReadOnlyList<string> Facts { get; } = ["packed", "shipped", "delivered"];

    public static IncomingEvent Fact(string name, string parcel) =>
        new()
        {
            Journey = $"reported/{parcel}",
            Name = name,
            Id = name,
            Customer = $"customer-{parcel}",
        };

    protected override void Define(LifecycleBuilder parcel)
    {
        parcel.Line(Packed.ReachedBy("packed"), Shipped.ReachedBy("shipped"), Delivered.ReachedBy("delivered"));
        parcel.OnEntering(Packed).Send("parcel-packed").MustBeHeard().IfUnknown(UnknownPolicy.Resend);
        parcel.OnEntering(Shipped).Send("parcel-shipped").MustBeHeard().IfUnknown(UnknownPolicy.Resend);
        parcel.OnEntering(Delivered).Send("parcel-delivered").MustBeHeard().IfUnknown(UnknownPolicy.Resend);
    }
}
