namespace CustomerTouchpoints.Sqlite.Tests.Engine;

/// <summary>A small lifecycle for the engine on a real file.</summary>
public sealed class ParcelLifecycle() : Lifecycle("parcel", version: 1)
{
    public static readonly State Packed = new("packed", says: "it is packed");
    public static readonly State Shipped = new("shipped", says: "it is on its way");
    public static readonly State Delivered = new("delivered", says: "it is in your hands", StateKind.Solved);

    public static IncomingEvent Fact(string name, string id, string parcel, string customer) =>
        new()
        {
            Journey = $"parcel/{parcel}",
            Name = name,
            Id = id,
            Customer = customer,
        };

    protected override void Define(LifecycleBuilder parcel)
    {
        parcel.Line(Packed.ReachedBy("packed"), Shipped.ReachedBy("shipped"), Delivered.ReachedBy("delivered"));
        parcel.OnEntering(Packed).Send("parcel-packed");
        parcel.OnEntering(Shipped).Send("parcel-shipped");
        parcel.OnEntering(Delivered).Send("parcel-delivered");
        parcel.While(Packed).QuietFor(TimeSpan.FromDays(1)).Send("parcel-waits");
    }
}
