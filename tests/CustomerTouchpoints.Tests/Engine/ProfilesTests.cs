using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Engine;

/// <summary>
/// Whose profiles a submission brings with it: a batch locks and loads these customers, so that none may be a stranger to its journeys.
/// </summary>
public sealed class ProfilesTests
{
    [Test]
    public async Task Each_journey_gets_the_profiles_of_its_own_customers_alone()
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseTogetherAsync([Fact("order.placed", "1", "order/1", "ana"), Fact("order.placed", "2", "order/2", "ben")]);

        IReadOnlyDictionary<JourneyId, IReadOnlyDictionary<CustomerId, Recipient>> found = await host
            .Services.GetRequiredService<Profiles>()
            .OfEachAsync(["order/1", "order/2", "order/unheard"], [], default);

        Assert.That(found["order/1"].Keys, Is.EqualTo(new CustomerId[] { "ana" }));
        Assert.That(found["order/2"].Keys, Is.EqualTo(new CustomerId[] { "ben" }));
        Assert.That(found["order/unheard"], Is.Empty);
    }

    [Test]
    public async Task A_fact_that_names_nobody_gets_those_whom_its_neighbours_of_the_same_journey_name()
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        IncomingEvent placed = Fact("order.placed", "1", "order/1", "ana");
        IncomingEvent named = placed with { Parties = new Dictionary<string, CustomerId> { ["customer"] = "ana" } };

        IReadOnlyDictionary<JourneyId, IReadOnlyDictionary<CustomerId, Recipient>> found = await host
            .Services.GetRequiredService<Profiles>()
            .OfEachAsync(["order/1"], [named, Fact("payment.accepted", "2", "order/1")], default);

        Assert.That(found["order/1"].Keys, Is.EqualTo(new CustomerId[] { "ana" }));
    }
}
