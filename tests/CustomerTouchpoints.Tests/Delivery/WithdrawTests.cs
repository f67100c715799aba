using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Journeys;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Delivery;

/// <summary>What is pending of a journey is withdrawn by a person, without a transition.</summary>
public sealed class WithdrawTests
{
    [Test]
    public async Task What_is_pending_is_withdrawn_once_and_journaled_with_who_and_why()
    {
        await using TouchpointsTestHost host = await DeliveredAsync();
        Assert.That(await WithdrawAsync(host, "order/1"), Is.EqualTo(1));

        JourneyView order = (await host.Touchpoints.GetJourneyAsync("order/1"))!;
        TouchpointView survey = order.Touchpoints.Single(touchpoint => touchpoint.Rule == "how-did-we-do");
        Assert.That(
            (order.State, survey.Status, survey.Reason.ToString()),
            Is.EqualTo(("delivered", TouchpointStatus.Withdrawn, "withdrawn by ben: the customer called"))
        );
        JournalEntryView last = await host.Touchpoints.JournalAsync().LastAsync();
        Assert.That(
            (last.Kind, last.Name, last.Outcome, last.Reason.ToString()),
            Is.EqualTo(
                (
                    JournalEntryKind.Withdrawal,
                    "order/1",
                    JournalEntryOutcome.Withdrawn,
                    "one touchpoint withdrawn by ben: the customer called"
                )
            )
        );

        Assert.That(await WithdrawAsync(host, "order/1"), Is.Zero);
        await host.AdvanceAsync(TimeSpan.FromDays(10));
        Assert.That((await host.Touchpoints.JournalAsync().LastAsync()).Sequence, Is.EqualTo(last.Sequence));
        Assert.That(host.Channel.Attempts.Select(attempt => attempt.Touchpoint.Rule), Has.None.EqualTo("how-did-we-do"));
    }

    [Test]
    public async Task What_may_have_arrived_stays_unknown_and_does_not_go_out_again()
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<ParcelLifecycle>();
        host.Channel.AnswerWith(SendResult.Sent(), SendResult.Uncertain("cut"));
        await host.RaiseAsync(ParcelLifecycle.Fact("parcel.packed", "1"));
        Assert.That(await WithdrawAsync(host, "parcel/1"), Is.Positive);
        int attempts = host.Channel.Attempts.Count;
        Task<ReviewResult> reviewing = host.Touchpoints.ReviewAsync(ParcelLifecycle.Holds, ReviewDecision.Resend, "why", "ana");
        await host.Services.GetRequiredService<TouchpointsEngine>().DrainAsync();
        ReviewResult late = await reviewing;

        Assert.That((late.Outcome, late.Status), Is.EqualTo((ReviewOutcome.NotWaiting, (TouchpointStatus?)TouchpointStatus.Unknown)));
        Assert.That(late.Reason.ToString(), Does.EndWith("withdrawn by ben: the customer called"));
        Assert.That(host.Channel.Attempts, Has.Count.EqualTo(attempts));
    }

    [Test]
    public async Task Of_a_journey_nobody_has_heard_of_nothing_is_withdrawn_or_stored()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        Assert.That(await host.Touchpoints.WithdrawAsync("order/1", "why", "ben"), Is.Zero);
        Assert.That(await host.Touchpoints.GetJourneyAsync("order/1"), Is.Null);
    }

    [TestCase("", "ben")]
    [TestCase("why", "")]
    [TestCase("why\n", "ben")]
    public async Task A_reason_and_a_name_are_demanded(string reason, string by)
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        Assert.That(async () => await host.Touchpoints.WithdrawAsync("order/1", reason, by), Throws.ArgumentException);
    }

    private static async Task<int> WithdrawAsync(TouchpointsTestHost host, JourneyId journey)
    {
        Task<int> withdrawing = host.Touchpoints.WithdrawAsync(journey, "the customer called", "ben");
        await host.Services.GetRequiredService<TouchpointsEngine>().DrainAsync();
        return await withdrawing;
    }

    private static async Task<TouchpointsTestHost> DeliveredAsync()
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("parcel.delivered", "2"));
        return host;
    }
}
