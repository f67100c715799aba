using System.Text.Json;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Digesting;

/// <summary>A parcel of which news leave in digests, until it has arrived.</summary>
public sealed class ParcelLifecycle() : Lifecycle("parcel", version: 1)
{
    public static readonly State Packed = new("packed", says: "it is packed");
    public static readonly State Shipped = new("shipped", says: "it is on its way");
    public static readonly State Delivered = new("delivered", says: "it is there", kind: StateKind.Solved);

    protected override void Define(LifecycleBuilder parcel)
    {
        parcel.Parties("buyer", "giver");
        parcel.Line(Packed.ReachedBy("packed"), Shipped.ReachedBy("shipped"), Delivered.ReachedBy("delivered"));
        parcel.OnEntering(Packed).Send("parcel-packed").InDigest("daily");
        parcel
            .OnEntering(Packed)
            .After(TimeSpan.FromHours(2))
            .Send("parcel-still")
            .When("it is asked for", s => s.JourneyData.TryGetProperty("still", out _))
            .As(Category.Service)
            .InDigest("hourly");
        parcel.OnEntering(Shipped).Send("parcel-shipped").InDigest("daily");
        parcel.On("scanned").Send("parcel-scanned").InDigest("daily", "place").AtOnceWhen("it goes back", IsLast);
        parcel.On("note").Send("parcel-note").As(Category.Service).InDigest("hourly");
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
            Data = JsonElement.Parse(data),
        };

    /// <summary>A host on which these digests are declared.</summary>
    public static Task<TouchpointsTestHost> StartAsync(
        Action<TouchpointsOptions>? configure = null,
        Action<TouchpointsBuilder>? build = null,
        DateTimeOffset? startAt = null
    ) =>
        TouchpointsTestHost.StartAsync<ParcelLifecycle>(
            touchpoints =>
            {
                touchpoints.Configure(options =>
                {
                    options.Digests.Add(new Digest { Name = "daily", At = new TimeOnly(8, 0) });
                    options.Digests.Add(new Digest { Name = "hourly", Window = TimeSpan.FromHours(1) });
                    configure?.Invoke(options);
                });
                build?.Invoke(touchpoints);
            },
            startAt
        );
}
