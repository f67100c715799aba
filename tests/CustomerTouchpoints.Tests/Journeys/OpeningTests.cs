using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Journeys;

/// <summary>A journey opens with the first fact of its line that names its customer; what came before waits.</summary>
public sealed class OpeningTests
{
    [Test]
    public async Task The_opening_fact_may_be_the_one_that_is_missing()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        RaiseResult opened = await host.RaiseAsync(Fact("parcel.packed", "1", customer: "ana"));

        Assert.That(opened.Outcome, Is.EqualTo(RaiseOutcome.Moved));
        Assert.That(opened.From, Is.Null);
        Assert.That(opened.To, Is.EqualTo("prepared"));
        host.SentTo("ana").ShouldBe("order-prepared");
    }

    [Test]
    public async Task What_comes_before_the_customer_is_known_waits_and_is_applied_at_the_opening()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        RaiseResult parked = await host.RaiseAsync(Fact("payment.accepted", "1"));
        RaiseResult unrelated = await host.RaiseAsync(Fact("note.taken", "2"));
        RaiseResult opened = await host.RaiseAsync(Fact("order.placed", "3", customer: "ana"));

        Assert.That(parked.Outcome, Is.EqualTo(RaiseOutcome.Parked));
        Assert.That(parked.Reason.ToString(), Does.Contain("who its customer is"));
        Assert.That(unrelated.Outcome, Is.EqualTo(RaiseOutcome.Parked));
        Assert.That(opened.To, Is.EqualTo("recorded"));
        host.SentTo("ana").ShouldBe("order-recorded", "order-validated");
        Timeline timeline = await host.Touchpoints.TimelineAsync("ana");
        Assert.That(
            timeline.Entries.Select(entry => entry.Reason.ToString()),
            Has.Some.EqualTo("had waited for the journey to open: recorded → validated")
        );
    }

    [Test]
    public async Task A_role_is_filled_once_and_another_customer_in_it_is_a_conflict()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        RaiseResult conflict = await host.RaiseAsync(Fact("payment.accepted", "2", customer: "ben"));

        Assert.That(conflict.Outcome, Is.EqualTo(RaiseOutcome.Conflict));
        Assert.That(conflict.To, Is.EqualTo("recorded"));
        host.SentTo("ben").ShouldBe();
    }

    [Test]
    public async Task A_message_to_a_role_that_nobody_plays_waits_for_somebody()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("gift.announced", "2"));
        await host.AdvanceAsync(TimeSpan.FromDays(1));
        host.SentTo("ben").ShouldBe();

        await host.RaiseAsync(
            Fact("payment.accepted", "3") with
            {
                Parties = new Dictionary<string, CustomerId> { ["recipient"] = "ben" },
            }
        );

        host.SentTo("ben").ShouldBe("gift-announced");
    }
}
