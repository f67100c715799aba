using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Journeys;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Touchpoints;

/// <summary>What rules make of their occasions.</summary>
public sealed class RuleTests
{
    [Test]
    public async Task A_quiet_rule_speaks_after_silence_and_at_most_as_often_as_it_may()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("parcel.packed", "1", customer: "ana"));
        await host.AdvanceAsync(TimeSpan.FromDays(20));

        host.SentTo("ana").ShouldBe("order-prepared", "order-still-preparing", "order-still-preparing");
        Assert.That(host.Sent[1].At - host.Sent[0].At, Is.EqualTo(TimeSpan.FromDays(2)));
        Assert.That(host.Sent[2].Touchpoint.Occurrence, Is.EqualTo("1.2"));
    }

    [Test]
    public async Task Whatever_is_told_meanwhile_counts_as_not_quiet()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("parcel.packed", "1", customer: "ana"));
        await host.AdvanceAsync(TimeSpan.FromDays(1));
        await host.RaiseAsync(Fact("parcel.delayed", "2"));
        await host.AdvanceAsync(TimeSpan.FromDays(1.5));
        host.SentTo("ana").ShouldBe("order-prepared", "parcel-delayed");

        await host.AdvanceAsync(TimeSpan.FromDays(0.6));
        host.SentTo("ana").ShouldBe("order-prepared", "parcel-delayed", "order-still-preparing");
    }

    [Test]
    public async Task A_condition_that_ends_takes_its_message_with_it()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        host.Directory.Describe(Club("ana"));
        await host.RaiseAsync(Fact("payment.accepted", "1", customer: "ana"));
        await host.AdvanceAsync(TimeSpan.FromHours(3));
        await host.RaiseAsync(Fact("parcel.packed", "2"));
        await host.AdvanceAsync(TimeSpan.FromHours(12));

        host.SentTo("ana").ShouldBe("order-validated", "order-prepared");
        string? why = await host.Touchpoints.ExplainAsync(TouchpointId.Parse("order/1~tips~1~buyer~email"));
        Assert.That(why, Does.StartWith("order/1~tips~1~buyer~email: Withdrawn, validated has ended"));
    }

    [Test]
    public async Task A_waiting_message_asks_its_condition_when_its_time_has_come()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("payment.accepted", "1", customer: "ana"));
        await host.RaiseAsync(Fact("payment.accepted", "2", order: "order/2", customer: "ben"));
        host.Directory.Describe(Club("ben"));
        await host.AdvanceAsync(TimeSpan.FromHours(7));

        host.SentTo("ana").ShouldBe("order-validated");
        host.SentTo("ben").ShouldBe("order-validated", "tips");
    }

    [Test]
    public async Task A_daily_rule_speaks_at_the_customers_own_time_of_day()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        host.Directory.Describe(
            new Customer
            {
                Id = "ana",
                TimeZone = "America/Toronto",
                Addresses = Everywhere,
            }
        );
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("fraud.suspected", "2"));
        await host.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.That(
            host.Sent.Where(message => message.Touchpoint.Rule == "still-checking").Select(message => message.At.ToString("u")),
            Is.EqualTo(["2026-01-05 14:00:00Z", "2026-01-06 14:00:00Z"])
        );
    }

    [Test]
    public async Task Also_by_is_one_more_message_and_by_uses_the_first_that_can()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        host.Directory.Describe(
            new Customer
            {
                Id = "ana",
                Addresses = new Dictionary<Channel, string> { [Channel.Sms] = "+15550100" },
            }
        );
        await host.RaiseAsync(Fact("parcel.shipped", "1", customer: "ana"));
        await host.RaiseAsync(Fact("parcel.shipped", "2", order: "order/2", customer: "ben"));

        Assert.That(host.SentTo("ana").Select(message => message.Channel), Is.EqualTo([Channel.Sms]));
        Assert.That(host.SentTo("ben").Select(message => message.Channel), Is.EqualTo([Channel.Email, Channel.Sms]));
        string? why = await host.Touchpoints.ExplainAsync(TouchpointId.Parse("order/1~order-shipped~1~buyer~email"));
        Assert.That(why, Does.Contain("Skipped, the customer has no address for email"));
    }

    [Test]
    public async Task On_leaving_tells_when_a_state_is_left()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("fraud.suspected", "2"));
        await host.RaiseAsync(Fact("parcel.packed", "3"));

        host.SentTo("ana").ShouldBe("order-recorded", "hold-is-over", "order-prepared");
    }

    private static IReadOnlyDictionary<Channel, string> Everywhere { get; } =
        new Dictionary<Channel, string> { [Channel.Email] = "someone@shop.example", [Channel.Sms] = "+15550100" };

    private static Customer Club(string id) =>
        new()
        {
            Id = id,
            Addresses = Everywhere,
            Segments = new HashSet<string> { "club" },
        };
}
