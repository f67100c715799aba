using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Tests.Touchpoints.Digests;

/// <summary>A parcel of which news leave in digests, until it has arrived.</summary>
public sealed class ParcelLifecycle() : Lifecycle("parcel", version: 1)
{
    public static readonly State Packed = new("packed", says: "it is packed");
    public static readonly State Shipped = new("shipped", says: "it is on its way");
    public static readonly State Delivered = new("delivered", says: "it is there", kind: StateKind.Solved);

    protected override void Define(LifecycleBuilder parcel)
    {
        parcel.Line(Packed.ReachedBy("packed"), Shipped.ReachedBy("shipped"), Delivered.ReachedBy("delivered"));
        parcel.OnEntering(Packed).Send("parcel-packed").InDigest("daily");
        parcel.OnEntering(Shipped).Send("parcel-shipped").InDigest("daily");
        parcel.On("scanned").Send("parcel-scanned").InDigest("daily", "place").AtOnceWhen("it goes back", s => IsLast(s));
        parcel.While(Shipped).QuietFor(TimeSpan.FromDays(3)).Send("parcel-late").As(Category.Transactional).InDigest("hourly");
        parcel.On("note").Send("parcel-note").InDigest("hourly");
        parcel.On("delivered").Send("parcel-delivered");
    }

    private static bool IsLast(Situation situation) => situation.EventData.TryGetProperty("last", out _);

    public static IncomingEvent Fact(string name, int parcel, string? id = null, string customer = "ana", string data = "{}") =>
        new()
        {
            Journey = $"parcel/{parcel}",
            Name = name,
            Id = id ?? name,
            Customer = customer,
            Data = System.Text.Json.JsonElement.Parse(data),
        };
}
