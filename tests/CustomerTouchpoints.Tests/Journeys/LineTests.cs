using CustomerTouchpoints.Testing;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Journeys;

/// <summary>A progress line moves forward, may skip, and never goes back.</summary>
public sealed class LineTests
{
    [Test]
    public async Task Each_fact_of_the_line_is_told_once()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("payment.accepted", "2"));
        await host.RaiseAsync(Fact("parcel.packed", "3"));
        await host.RaiseAsync(Fact("parcel.shipped", "4"));

        host.SentTo("ana").ShouldBe("order-recorded", "order-validated", "order-prepared", "order-shipped", "order-shipped");
    }

    [Test]
    public async Task Four_facts_in_one_batch_are_four_messages_in_order()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseTogetherAsync(
            Fact("order.placed", "1", customer: "ana"),
            Fact("payment.accepted", "2"),
            Fact("parcel.packed", "3"),
            Fact("parcel.delivered", "4")
        );

        host.SentTo("ana").ShouldBe("order-recorded", "order-validated", "order-prepared", "order-delivered");
    }

    [Test]
    public async Task A_skip_tells_only_the_newest_step_and_the_late_fact_nothing_absurd()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        RaiseResult skipped = await host.RaiseAsync(Fact("parcel.shipped", "2"));
        RaiseResult late = await host.RaiseAsync(Fact("payment.accepted", "3"));
        RaiseResult repeated = await host.RaiseAsync(Fact("parcel.shipped", "4"));

        Assert.That(skipped.Reason.ToString(), Is.EqualTo("recorded → shipped"));
        Assert.That(late.Outcome, Is.EqualTo(RaiseOutcome.Late));
        Assert.That(late.Reason.ToString(), Is.EqualTo("the line has already reached shipped"));
        Assert.That(repeated.Outcome, Is.EqualTo(RaiseOutcome.NoEffect));
        host.SentTo("ana").ShouldBe("order-recorded", "order-shipped", "order-shipped");
    }

    [Test]
    public async Task Off_the_line_only_a_fact_beyond_the_mark_rejoins()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("parcel.packed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("fraud.suspected", "2"));
        RaiseResult below = await host.RaiseAsync(Fact("payment.accepted", "3"));
        RaiseResult beyond = await host.RaiseAsync(Fact("parcel.shipped", "4"));

        Assert.That(below.Outcome, Is.EqualTo(RaiseOutcome.Late));
        Assert.That(below.To, Is.EqualTo("on-hold"));
        Assert.That(beyond.Reason.ToString(), Is.EqualTo("on-hold → shipped"));
    }

    [Test]
    public async Task Only_an_explicit_transition_lowers_the_mark()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("parcel.packed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("fraud.suspected", "2"));
        RaiseResult cleared = await host.RaiseAsync(Fact("fraud.cleared", "3", data: """{"thorough":true}"""));
        RaiseResult forward = await host.RaiseAsync(Fact("payment.accepted", "4"));

        Assert.That(cleared.Reason.ToString(), Is.EqualTo("on-hold → recorded"));
        Assert.That(forward.Reason.ToString(), Is.EqualTo("recorded → validated"));
    }

    [Test]
    public async Task A_late_fact_brings_only_what_was_missing()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("parcel.shipped", "1", customer: "ana", data: """{"carrier":"DHL"}"""));
        await host.RaiseAsync(Fact("order.placed", "2", data: """{"carrier":"unknown","total":12}"""));

        Assert.That(await host.DataOfAsync("order/1"), Is.EqualTo("""{"carrier":"DHL","total":12}"""));
    }
}
