using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Journeys;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Engine;

/// <summary>What goes wrong with one thing stays with that thing.</summary>
public sealed class NeighbourTests
{
    [Test]
    public async Task A_parked_event_whose_guard_throws_does_not_keep_its_journey_from_opening()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("fraud.suspected", "1"));
        await host.RaiseAsync(Fact("fraud.cleared", "2", data: """{"thorough":"yes"}"""));
        RaiseResult opened = await host.RaiseAsync(Fact("order.placed", "3", customer: "ana"));

        Assert.That(opened.Outcome, Is.EqualTo(RaiseOutcome.Moved));
        Timeline timeline = await host.Touchpoints.TimelineAsync("ana");
        Assert.That(
            timeline.Entries.Select(entry => (entry.Name, entry.Outcome)),
            Does.Contain(("fraud.cleared", JournalEntryOutcome.Faulted))
        );
        host.SentTo("ana").ShouldBe("order-recorded");
    }

    [Test]
    public async Task Cancelling_stops_the_waiting_and_not_the_event()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        Assert.That(
            () => host.Touchpoints.RaiseAsync(Fact("order.placed", "1", customer: "ana"), cancelled.Token),
            Throws.InstanceOf<OperationCanceledException>()
        );
        await host.AdvanceAsync(TimeSpan.Zero);

        host.SentTo("ana").ShouldBe("order-recorded");
    }

    [Test]
    public async Task Data_may_be_disposed_of_as_soon_as_the_call_returns()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        Task<RaiseResult> raising;
        using (var document = System.Text.Json.JsonDocument.Parse("""{"total":12}"""))
        {
            raising = host.Touchpoints.RaiseAsync(Fact("order.placed", "1", customer: "ana") with { Data = document.RootElement });
        }

        await host.AdvanceAsync(TimeSpan.Zero);
        Assert.That((await raising).Outcome, Is.EqualTo(RaiseOutcome.Moved));
        Assert.That(await host.DataOfAsync("order/1"), Is.EqualTo("""{"total":12}"""));
    }

    [TestCase(0)]
    [TestCase(-5)]
    [TestCase(double.MaxValue)]
    public async Task A_channel_that_asks_for_an_absurd_pause_gets_a_sensible_one(double seconds)
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        host.Channel.AnswerWith(
            SendResult.ChannelDown("down", seconds == double.MaxValue ? TimeSpan.MaxValue : TimeSpan.FromSeconds(seconds))
        );
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        Assert.That(host.Channel.Attempts, Has.Count.EqualTo(1));

        await host.AdvanceAsync(TimeSpan.FromHours(1.1));
        host.SentTo("ana").ShouldBe("order-recorded");
    }

    [Test]
    public async Task After_an_outage_messages_of_one_lane_still_leave_one_by_one()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        host.Directory.IsDown = true;
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        foreach (string id in (string[])["a", "b", "c"])
        {
            await host.RaiseAsync(Fact("parcel.delayed", id));
        }

        await host.AdvanceAsync(TimeSpan.FromHours(2));
        host.Directory.IsDown = false;
        host.Time.Advance(TimeSpan.FromHours(2));
        await host.AdvanceAsync(TimeSpan.Zero);

        Assert.That(host.SentTo("ana").Select(message => message.Touchpoint.Occurrence), Is.EqualTo(["1", "a", "b", "c"]));
        string[] delays =
        [
            .. (await host.JournalOfAsync("order/1"))
                .Where(entry => entry.Name.Contains("parcel-delayed", StringComparison.Ordinal))
                .Select(entry => entry.Outcome.ToString()),
        ];
        Assert.That(delays.Where(outcome => outcome != "Held"), Is.EqualTo(["Sending", "Sent", "Sending", "Sent", "Sending", "Sent"]));
    }

    [Test]
    public async Task A_daily_message_is_told_once_a_day_when_the_zone_becomes_known()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        host.Directory.Describe(new Customer { Id = "ana", Addresses = Mail });
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("fraud.suspected", "2"));
        host.Directory.Describe(
            new Customer
            {
                Id = "ana",
                Addresses = Mail,
                TimeZone = "America/Toronto",
            }
        );
        await host.AdvanceAsync(TimeSpan.FromDays(3));

        string[] days =
        [
            .. host.Sent.Where(message => message.Touchpoint.Rule == "still-checking").Select(message => message.Touchpoint.Occurrence),
        ];
        Assert.That(days, Is.Unique.And.Length.GreaterThanOrEqualTo(2));
    }

    [Test]
    public async Task A_quiet_rule_keeps_quiet_while_something_else_is_on_its_way()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        host.Directory.IsDown = true;
        await host.RaiseAsync(Fact("parcel.packed", "1", customer: "ana", at: host.Time.GetUtcNow().AddDays(-3)));
        await host.AdvanceAsync(TimeSpan.FromMinutes(10));
        host.Directory.IsDown = false;
        await host.AdvanceAsync(TimeSpan.FromHours(2));

        host.SentTo("ana").ShouldBe("order-prepared");
    }

    [Test]
    public async Task A_throwing_condition_of_a_timer_is_asked_again_later()
    {
        await using var host = await TouchpointsTestHost.StartAsync<CartLifecycle>();
        await host.RaiseAsync(
            new IncomingEvent
            {
                Journey = "cart/1",
                Name = "cart.filled",
                Id = "1",
            }
        );
        await host.AdvanceAsync(TimeSpan.FromHours(4));
        await host.RaiseAsync(
            new IncomingEvent
            {
                Journey = "cart/1",
                Name = "customer.known",
                Id = "2",
                Customer = "ana",
            }
        );
        await host.AdvanceAsync(TimeSpan.FromHours(4));

        host.SentTo("ana").ShouldBe("cart-waits");
    }

    private static Dictionary<Channel, string> Mail { get; } = new() { [Channel.Email] = "ana@shop.example" };

    public sealed class CartLifecycle() : Lifecycle("cart", version: 1)
    {
        public static readonly State Filled = new("filled", says: "it waits for you");

        protected override void Define(LifecycleBuilder cart)
        {
            cart.OpensWith("cart.filled").GoTo(Filled);
            cart.While(Filled).On("customer.known").Stay();
            cart.While(Filled)
                .QuietFor(TimeSpan.FromHours(3))
                .Send("cart-waits")
                .When("they write English", now => now.Customer!.Culture == "en")
                .AtMost(1);
        }
    }
}
