using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Journeys;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Delivery;

/// <summary>What follows from what a sender says.</summary>
public sealed class OutcomeTests
{
    private static readonly TouchpointId Recorded = TouchpointId.Parse("order/1~order-recorded~1~buyer~email");

    [Test]
    public async Task A_temporary_failure_is_tried_again_with_growing_pauses()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        host.Channel.AnswerWith(SendResult.TemporaryFailure("busy"), SendResult.TemporaryFailure("busy"));
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(5));

        DateTimeOffset[] tries = [.. host.Channel.Attempts.Select(attempt => attempt.At)];
        Assert.That(tries, Has.Length.EqualTo(3));
        Assert.That(tries[1] - tries[0], Is.EqualTo(TimeSpan.FromSeconds(30)).Within(TimeSpan.FromSeconds(6)));
        Assert.That(tries[2] - tries[1], Is.EqualTo(TimeSpan.FromSeconds(60)).Within(TimeSpan.FromSeconds(12)));
        Assert.That(host.Channel.Attempts.Select(attempt => attempt.MessageId).Distinct().Count(), Is.EqualTo(1));
        Assert.That(host.Channel.Attempts.Select(attempt => attempt.Attempt), Is.EqualTo([1, 2, 3]));
        Assert.That(host.Channel.Attempts.Last().MayBeRepeat, Is.False);
    }

    [Test]
    public async Task A_wish_of_the_provider_is_honoured()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        host.Channel.AnswerWith(SendResult.TemporaryFailure("slow down", TimeSpan.FromMinutes(20)));
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(19));
        Assert.That(host.Channel.Attempts, Has.Count.EqualTo(1));

        await host.AdvanceAsync(TimeSpan.FromMinutes(2));
        host.SentTo("ana").ShouldBe("order-recorded");
    }

    [Test]
    public async Task Too_many_failures_end_as_failed_with_the_last_reason()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>(touchpoints =>
            touchpoints.Configure(options => options.Retries.MaxAttempts = 3)
        );
        host.Channel.AnswerWith([.. Enumerable.Repeat(SendResult.TemporaryFailure("busy"), 10)]);
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.That(host.Channel.Attempts, Has.Count.EqualTo(3));
        Assert.That(await host.Touchpoints.ExplainAsync(Recorded), Does.Contain("Failed, 3 tries failed, the last one: busy"));
    }

    [Test]
    public async Task A_permanent_failure_is_never_tried_again()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        host.Channel.AnswerWith(SendResult.PermanentFailure("no such mailbox"));
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.That(host.Channel.Attempts, Has.Count.EqualTo(1));
        Assert.That(await host.Touchpoints.ExplainAsync(Recorded), Does.Contain("Failed, refused for good by email: no such mailbox"));
    }

    [Test]
    public async Task An_uncertain_attempt_goes_out_again_under_the_same_message_id_and_flagged()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        host.Channel.AnswerWith(SendResult.Uncertain("cut after the payload"));
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.That(host.Channel.Attempts.Select(attempt => attempt.MayBeRepeat), Is.EqualTo([false, true]));
        Assert.That(host.Channel.Attempts.Select(attempt => attempt.MessageId).Distinct().Count(), Is.EqualTo(1));
        Timeline timeline = await host.Touchpoints.TimelineAsync("ana");
        Assert.That(timeline.Touchpoints.Single().MayBeRepeated, Is.True);
    }

    [Test]
    public async Task An_uncertain_attempt_is_never_retried_as_if_it_had_failed()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        host.Channel.AnswerWith([.. Enumerable.Repeat(SendResult.Uncertain("who knows"), 20)]);
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.That(host.Channel.Attempts, Has.Count.EqualTo(3));
        Assert.That(await host.Touchpoints.ExplainAsync(Recorded), Does.Contain("InReview, 3 attempts, and nobody knows of any"));
    }

    [Test]
    public async Task A_sender_that_throws_is_uncertain_and_its_neighbours_go_on()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>(touchpoints =>
            touchpoints.AddChannel(Channel.Email, _ => new Throwing())
        );
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("parcel.shipped", "2", order: "order/2", customer: "ben"));

        Assert.That(await host.Touchpoints.ExplainAsync(Recorded), Does.Contain("the sender failed with InvalidOperationException"));
        Assert.That(host.SentTo("ben").Select(message => message.Channel), Is.EqualTo([Channel.Sms]));
    }

    [Test]
    public async Task A_channel_that_is_down_is_tried_gently_and_nothing_is_lost()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        host.Channel.AnswerWith(SendResult.ChannelDown("connection refused", TimeSpan.FromMinutes(10)));
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("order.placed", "2", order: "order/2", customer: "ben"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(9));
        Assert.That(host.Channel.Attempts, Has.Count.EqualTo(1));

        await host.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.That(host.Sent, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_message_that_is_being_retried_holds_up_the_next_for_a_quarter_of_an_hour()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        host.Channel.AnswerWith([.. Enumerable.Repeat(SendResult.TemporaryFailure("busy", TimeSpan.FromMinutes(40)), 1)]);
        await host.RaiseAsync(Fact("parcel.delayed", "2"));
        await host.RaiseAsync(Fact("parcel.delayed", "3"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(14));
        Assert.That(host.Channel.Attempts, Has.Count.EqualTo(2));

        await host.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.That(host.Sent[^1].Touchpoint.Occurrence, Is.EqualTo("3"));

        await host.AdvanceAsync(TimeSpan.FromMinutes(40));
        Assert.That(host.Sent[^1].Touchpoint.Occurrence, Is.EqualTo("2"));
    }

    [Test]
    public async Task A_fact_that_had_to_wait_is_merged_into_the_newer_one()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        host.Channel.AnswerWith(SendResult.TemporaryFailure("busy"));
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("payment.accepted", "2"));
        await host.AdvanceAsync(TimeSpan.FromHours(1));

        host.SentTo("ana").ShouldBe("order-validated");
        Assert.That(
            await host.Touchpoints.ExplainAsync(Recorded),
            Does.Contain("Merged, had to wait, and order-validated tells it as well")
        );
    }

    [Test]
    public async Task An_attempt_that_is_given_back_is_withdrawn_when_its_condition_has_ended()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        TouchpointsEngine engine = host.Services.GetRequiredService<TouchpointsEngine>();
        await host.RaiseAsync(Fact("parcel.packed", "1", customer: "ana"));
        host.Time.Advance(TimeSpan.FromDays(2));
        await engine.Due.StepAsync(default);
        await engine.Writer.StepAsync(default);
        Task<RaiseResult> shipped = host.Touchpoints.RaiseAsync(Fact("parcel.shipped", "2"));
        await engine.Writer.StepAsync(default);
        host.Time.Advance(TimeSpan.FromSeconds(6));
        await engine.DrainAsync();
        await shipped;

        host.SentTo("ana").ShouldBe("order-prepared", "order-shipped", "order-shipped");
        Assert.That(
            await host.Touchpoints.ExplainAsync(TouchpointId.Parse("order/1~order-still-preparing~1.1~buyer~email")),
            Does.Contain("Withdrawn, claimed, and not begun in time; and prepared has ended")
        );
    }

    [Test]
    public async Task What_was_claimed_too_long_ago_is_given_back_even_if_the_clock_was_set_back_meanwhile()
    {
        var clock = new SteppedClock();
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>(touchpoints =>
            touchpoints.Services.AddSingleton<TimeProvider>(clock)
        );
        TouchpointsEngine engine = host.Services.GetRequiredService<TouchpointsEngine>();
        clock.Step(TimeSpan.FromHours(1));
        Task<RaiseResult> placed = host.Touchpoints.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await engine.Writer.StepAsync(default);
        await placed;

        clock.Advance(TimeSpan.FromSeconds(6));
        clock.Step(-TimeSpan.FromHours(1));
        await engine.Dispatcher.StepAsync();

        Assert.That(host.Channel.Attempts, Is.Empty);
    }

    [Test]
    public async Task A_message_is_judged_and_leased_when_it_is_claimed_however_long_its_event_has_queued()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        Task<RaiseResult> placed = host.Touchpoints.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        host.Time.Advance(TimeSpan.FromMinutes(10));
        await host.Services.GetRequiredService<TouchpointsEngine>().DrainAsync();
        await placed;

        JournalEntry gate = (await host.JournalOfAsync("order/1")).Single(entry => entry.Kind == JournalEntryKind.Gate);
        Assert.That(gate.RecordedAt, Is.EqualTo(host.Time.GetUtcNow()));
        Assert.That(gate.Changes.OfType<AttemptBegun>().Single().LeaseUntil, Is.GreaterThan(host.Time.GetUtcNow()));
    }

    private sealed class Throwing : IChannelSender, IChannelLookup
    {
        public Task<LookupResult> LookUpAsync(DoubtfulAttempt attempt, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("the same bug");

        public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("a bug of the host's");
    }
}
