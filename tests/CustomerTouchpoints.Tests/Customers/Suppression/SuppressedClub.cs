using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Customers.Consent;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Customers.Consent.ClubLifecycle;

namespace CustomerTouchpoints.Tests.Customers.Suppression;

/// <summary>A club, two of its members, and the list of addresses that it must not write to.</summary>
internal static class SuppressedClub
{
    public const string Mail = "Ana@Shop.example";

    public static ISuppressionList List(TouchpointsTestHost host) => host.Services.GetRequiredService<ISuppressionList>();

    public static async Task<SuppressionView[]> ReadAsync(TouchpointsTestHost host, SuppressionQuery query) =>
        [.. await List(host).SuppressionsAsync(query).ToListAsync()];

    public static SuppressionRecord Suppressed(string customer = "ana") =>
        new()
        {
            Channel = Channel.Email,
            Address = $"{customer}@shop.example",
            By = "desk",
        };

    public static Customer Member(string id = "ana", string? address = Mail) =>
        new()
        {
            Id = id,
            Addresses = new Dictionary<Channel, string> { [Channel.Email] = address! },
        };

    public static async Task TellAllAsync(TouchpointsTestHost host)
    {
        await host.RaiseAsync(Fact("joined", "0"));
        await host.RaiseAsync(Fact("news", "1"));
        await host.RaiseAsync(Fact("offer", "2"));
    }

    public static async Task<TouchpointsTestHost> MemberHostAsync(Action<TouchpointsOptions>? configure = null)
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<ClubLifecycle>(touchpoints =>
            touchpoints.Configure(options => configure?.Invoke(options))
        );
        host.Directory.Describe(Member() with { WantsPromotions = true });
        host.Directory.Describe(Member("bo", "bo@shop.example") with { WantsPromotions = true });
        return host;
    }
}
