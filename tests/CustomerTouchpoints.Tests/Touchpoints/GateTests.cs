using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Journeys;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Touchpoints;

/// <summary>The last look before sending.</summary>
public sealed class GateTests
{
    [Test]
    public async Task What_could_not_leave_in_time_is_stale()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana", at: host.Time.GetUtcNow().AddDays(-8)));

        host.SentTo("ana").ShouldBe();
        Assert.That(await Explained(host, "order-recorded"), Does.Contain("Skipped, stale: due 2025-12-28 09:00:00Z"));
    }

    [Test]
    public async Task A_directory_that_is_down_holds_messages_and_decisions_go_on()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        host.Directory.IsDown = true;
        RaiseResult placed = await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(3));
        Assert.That(placed.Outcome, Is.EqualTo(RaiseOutcome.Moved));
        Assert.That(await Explained(host, "order-recorded"), Does.Contain("Held, profile unavailable"));
        host.SentTo("ana").ShouldBe();

        host.Directory.IsDown = false;
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        host.SentTo("ana").ShouldBe("order-recorded");
    }

    [Test]
    public async Task Decisions_know_the_last_known_traits_while_the_directory_is_down()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OfferLifecycle>();
        host.Directory.Describe(
            new Customer
            {
                Id = "ana",
                Segments = new HashSet<string> { "club" },
            }
        );
        await host.RaiseAsync(
            new IncomingEvent
            {
                Journey = "offer/1",
                Name = "visited",
                Id = "1",
                Customer = "ana",
            }
        );
        host.Directory.IsDown = true;
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        RaiseResult result = await host.RaiseAsync(
            new IncomingEvent
            {
                Journey = "offer/1",
                Name = "basket.left",
                Id = "2",
            }
        );

        Assert.That(result.To, Is.EqualTo("club-basket"));
    }

    [Test]
    public async Task A_customer_that_the_directory_does_not_know_yet_is_waited_for_until_the_message_is_stale()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        host.Directory.Forget("ana");
        host.Directory.Forget("ben");
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("order.placed", "1", order: "order/2", customer: "ben"));
        Assert.That(await Explained(host, "order-recorded"), Does.Contain("Held, the directory does not know the customer"));
        host.Directory.Describe(
            new Customer
            {
                Id = "ben",
                Addresses = new Dictionary<Channel, string> { [Channel.Email] = "ben@shop.example" },
            }
        );
        await host.AdvanceAsync(TimeSpan.FromDays(8));

        host.SentTo("ben").ShouldBe("order-recorded");
        Assert.That(await Explained(host, "order-recorded"), Does.Contain("Skipped, stale"));
    }

    [Test]
    public async Task Promotions_ask_for_consent()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OfferLifecycle>();
        await host.RaiseAsync(
            new IncomingEvent
            {
                Journey = "offer/1",
                Name = "visited",
                Id = "1",
                Customer = "ana",
            }
        );
        host.Directory.Describe(
            new Customer
            {
                Id = "ben",
                WantsPromotions = true,
                Addresses = new Dictionary<Channel, string> { [Channel.Email] = "ben@shop.example" },
            }
        );
        await host.RaiseAsync(
            new IncomingEvent
            {
                Journey = "offer/2",
                Name = "visited",
                Id = "1",
                Customer = "ben",
            }
        );

        host.SentTo("ana").ShouldBe();
        host.SentTo("ben").ShouldBe("spring-offer");
    }

    private static Task<string?> Explained(TouchpointsTestHost host, string rule) =>
        host.Touchpoints.ExplainAsync(new TouchpointId("order/1", rule, "1", "buyer", Channel.Email));

    public sealed class OfferLifecycle() : Lifecycle("offer", version: 1)
    {
        public static readonly State Looking = new("looking");
        public static readonly State ClubBasket = new("club-basket");
        public static readonly State Basket = new("basket");

        protected override void Define(LifecycleBuilder offer)
        {
            offer.OpensWith("visited").GoTo(Looking);
            offer.While(Looking).On("basket.left").When("in the club", now => now.Customer!.Segments.Contains("club")).GoTo(ClubBasket);
            offer.While(Looking).On("basket.left").GoTo(Basket);
            offer.OnEntering(Looking).Send("spring-offer").As(Category.Promotional);
        }
    }
}
