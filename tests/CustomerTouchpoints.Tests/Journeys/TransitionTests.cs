using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Journeys;

/// <summary>What an event does: transitions, guards, re-entry, time, and answers in words where it does nothing.</summary>
public sealed class TransitionTests
{
    [Test]
    public async Task A_refused_guard_is_quoted()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("fraud.suspected", "2"));
        RaiseResult refused = await host.RaiseAsync(Fact("fraud.cleared", "3"));

        Assert.That(refused.Outcome, Is.EqualTo(RaiseOutcome.NoEffect));
        Assert.That(refused.Reason.ToString(), Is.EqualTo("on-hold answers fraud.cleared only when the check was thorough"));
    }

    [Test]
    public async Task An_internal_transition_leaves_and_enters_nothing()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("fraud.suspected", "2"));
        RaiseResult noted = await host.RaiseAsync(Fact("note.taken", "3"));
        RaiseResult elsewhere = await host.RaiseAsync(Fact("note.taken", "4", order: "order/2"));

        Assert.That(noted.Outcome, Is.EqualTo(RaiseOutcome.Handled));
        Assert.That(elsewhere.Outcome, Is.EqualTo(RaiseOutcome.Parked));
        host.SentTo("ana").ShouldBe("order-recorded");
    }

    [Test]
    public async Task Re_entering_is_a_new_visit_with_new_timers()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("parcel.packed", "1", customer: "ana"));
        await host.AdvanceAsync(TimeSpan.FromDays(1.5));
        await host.RaiseAsync(Fact("parcel.repacked", "2"));
        await host.AdvanceAsync(TimeSpan.FromDays(1.5));
        host.SentTo("ana").ShouldBe("order-prepared", "order-repacked");

        await host.AdvanceAsync(TimeSpan.FromDays(1));
        host.SentTo("ana").ShouldBe("order-prepared", "order-repacked", "order-still-preparing");
    }

    [Test]
    public async Task A_timed_transition_happens_at_its_own_time_and_not_after_its_state()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("parcel.delivered", "1", customer: "ana"));
        await host.RaiseAsync(Fact("return.asked", "2"));
        DateTimeOffset asked = host.Time.GetUtcNow();
        await host.AdvanceAsync(TimeSpan.FromDays(31));

        Timeline timeline = await host.Touchpoints.TimelineAsync("ana");
        JournalEntryView moved = timeline.Entries.Last(entry => entry.Kind == JournalEntryKind.Timer);
        Assert.That(moved.Reason.ToString(), Is.EqualTo("returned → delivered, after 30.00:00:00"));
        Assert.That(moved.OccurredAt, Is.EqualTo(asked + TimeSpan.FromDays(30)));
    }

    [Test]
    public async Task After_a_final_state_everything_is_closed()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("order.cancelled", "2"));
        RaiseResult after = await host.RaiseAsync(Fact("parcel.shipped", "3"));

        Assert.That(after.Outcome, Is.EqualTo(RaiseOutcome.Closed));
        host.SentTo("ana").ShouldBe("order-recorded", "order-cancelled");
    }

    [Test]
    public async Task An_event_that_nothing_answers_is_journaled_with_the_reason()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        RaiseResult result = await host.RaiseAsync(Fact("weather.changed", "2"));

        Assert.That(result.Outcome, Is.EqualTo(RaiseOutcome.NoEffect));
        Assert.That(result.Reason.ToString(), Is.EqualTo("recorded does not answer weather.changed"));
        Timeline timeline = await host.Touchpoints.TimelineAsync("ana");
        Assert.That(timeline.Entries.Select(entry => entry.Name), Does.Contain("weather.changed"));
    }

    [Test]
    public async Task A_fact_that_happened_in_the_future_counts_from_its_receipt()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        DateTimeOffset now = host.Time.GetUtcNow();
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana", at: now.AddDays(4)));

        Timeline timeline = await host.Touchpoints.TimelineAsync("ana");
        Assert.That(timeline.Entries[0].OccurredAt, Is.EqualTo(now));
    }
}
