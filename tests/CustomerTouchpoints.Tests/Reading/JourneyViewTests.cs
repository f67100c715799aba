using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Journeys;
using CustomerTouchpoints.Tests.Responses.Clocks;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Tests.Reading;

/// <summary>One journey, as its host reads it.</summary>
public sealed class JourneyViewTests
{
    [Test]
    public async Task A_journey_nobody_has_heard_of_is_null()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        Assert.That(await host.Touchpoints.GetJourneyAsync("order/1"), Is.Null);
        Assert.That(await host.Touchpoints.GetJourneyAsync("cart/1"), Is.Null);
        Assert.That(await host.Touchpoints.GetCustomerAsync("ana"), Is.Null);
    }

    [Test]
    public async Task It_says_where_it_stands_and_what_was_and_will_be_told()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        DateTimeOffset placed = host.Time.GetUtcNow();
        await host.RaiseAsync(OrderLifecycle.Fact("order.placed", "1", customer: "ana"));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        DateTimeOffset delivered = host.Time.GetUtcNow();
        await host.RaiseAsync(OrderLifecycle.Fact("parcel.delivered", "2"));
        JourneyView order = (await host.Touchpoints.GetJourneyAsync("order/1"))!;

        Assert.That(
            (order.Id, order.Version, order.State, order.Says, order.Standing, order.CreatedAt, order.Since),
            Is.EqualTo(
                ((JourneyId)"order/1", 1, "delivered", "it is in your hands", JourneyStanding.Solved, placed, (DateTimeOffset?)delivered)
            )
        );
        Assert.That(order.Parties, Is.EqualTo(new Dictionary<string, CustomerId> { ["buyer"] = "ana" }));
        Assert.That(
            order.Touchpoints.Select(touchpoint => (touchpoint.Rule, touchpoint.Status)),
            Is.EqualTo([
                ("order-recorded", TouchpointStatus.Sent),
                ("order-delivered", TouchpointStatus.Sent),
                ("how-did-we-do", TouchpointStatus.Planned),
            ])
        );
        Assert.That(order.DueAt, Is.EqualTo(delivered.AddDays(3)));
        string json = Answers.ThereAndBack(order);
        Assert.That(json, Does.Contain("\"Standing\":\"Solved\"").And.Contain("\"Id\":\"order/1\"").And.Contain("{\"buyer\":\"ana\"}"));
    }

    [Test]
    public async Task It_says_which_events_would_have_an_effect_and_where_they_lead()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(OrderLifecycle.Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(OrderLifecycle.Fact("parcel.packed", "2"));
        Assert.That(
            await AcceptedAsync(host),
            Is.EquivalentTo([
                "parcel.shipped > shipped",
                "parcel.delivered > delivered",
                "order.cancelled > cancelled",
                "fraud.suspected > on-hold",
                "parcel.repacked > prepared",
                "parcel.delayed",
                "gift.announced",
            ])
        );
    }

    [Test]
    public async Task Guards_are_described_and_not_run()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(OrderLifecycle.Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(OrderLifecycle.Fact("fraud.suspected", "2"));
        Assert.That(
            await AcceptedAsync(host),
            Is.SupersetOf(["fraud.cleared > recorded when the check was thorough", "note.taken", "payment.accepted > validated"])
        );
    }

    [Test]
    public async Task What_has_not_opened_says_what_would_open_it_and_what_is_closed_accepts_nothing()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(OrderLifecycle.Fact("parcel.shipped", "1"));
        JourneyView parked = (await host.Touchpoints.GetJourneyAsync("order/1"))!;
        Assert.That(
            (parked.State, parked.Standing, parked.Since),
            Is.EqualTo((null as string, JourneyStanding.Awaiting, null as DateTimeOffset?))
        );
        Assert.That(await AcceptedAsync(host), Does.Contain("order.placed > recorded when the buyer is known"));

        await host.RaiseAsync(OrderLifecycle.Fact("order.placed", "2", "order/2", customer: "ana"));
        await host.RaiseAsync(OrderLifecycle.Fact("order.cancelled", "3", "order/2"));
        JourneyView closed = (await host.Touchpoints.GetJourneyAsync("order/2"))!;
        Assert.That((closed.Standing, closed.Accepts.Count), Is.EqualTo((JourneyStanding.Closed, 0)));
    }

    [Test]
    public async Task It_shows_its_clocks_and_what_is_promised()
    {
        await using DeskWalk desk = await DeskWalk.StartAsync<PromisingDesk>();
        await desk.Host.RaiseAsync(
            new IncomingEvent
            {
                Journey = DeskWalk.Id,
                Name = "asked",
                Id = "1",
                Customer = "ana",
            }
        );
        JourneyView question = (await desk.Host.Touchpoints.GetJourneyAsync(DeskWalk.Id))!;
        ClockView clock = question.Clocks.Single();
        Assert.That(
            (clock.Id, clock.Clock, clock.Cycle, clock.Metric, clock.Status, clock.Target),
            Is.EqualTo(
                (
                    new ClockId(DeskWalk.Id, "resolution"),
                    "resolution",
                    1,
                    ResponseMetric.Resolution,
                    ClockStatus.Running,
                    TimeSpan.FromHours(4)
                )
            )
        );
        Assert.That(question.Accepts.Select(accepted => accepted.Event), Does.Contain("said").And.Contain("solved"));
        Answers.ThereAndBack(question);
        Answers.ThereAndBack(clock);
    }

    private static async Task<IEnumerable<string>> AcceptedAsync(TouchpointsTestHost host) =>
        (await host.Touchpoints.GetJourneyAsync("order/1"))!.Accepts.Select(accepted =>
            accepted.Event
            + (accepted.LeadsTo is { } state ? $" > {state}" : "")
            + (accepted.When.Count > 0 ? $" when {string.Join(" and ", accepted.When)}" : "")
        );

    private sealed class PromisingDesk : Desk
    {
        protected override void Targets(LifecycleBuilder desk) => desk.Resolution().Within(TimeSpan.FromHours(4));
    }
}
