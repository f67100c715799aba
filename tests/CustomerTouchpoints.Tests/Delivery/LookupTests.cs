using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Delivery.ParcelLifecycle;

namespace CustomerTouchpoints.Tests.Delivery;

/// <summary>An attempt of which nobody knows, where the rule says: ask the channel.</summary>
public sealed class LookupTests
{
    private static readonly SendResult Cut = SendResult.Uncertain("cut");

    [Test]
    public async Task What_the_channel_has_is_sent_and_not_sent_again()
    {
        await using TouchpointsTestHost host = await UnknownAsync(LookupResult.Sent("ref-1"));
        await host.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.That(EmailAttempts(host), Has.Count.EqualTo(1));
        Assert.That(await host.Touchpoints.ExplainAsync(Asks), Does.Contain("Sent, email was asked, and had accepted it: ref-1"));
        DoubtfulAttempt asked = host.Channel.Lookups.Single();
        Assert.That(
            (asked.Touchpoint, asked.MessageId, asked.Attempt, asked.Channel, asked.Customer.Value),
            Is.EqualTo((Asks, EmailAttempts(host)[0].MessageId, 1, Channel.Email, "ana"))
        );
        Assert.That((await RowAsync(host)).MayBeRepeated, Is.False);
    }

    [Test]
    public async Task What_the_channel_does_not_have_goes_out_again_under_the_same_message_id_and_flagged()
    {
        await using TouchpointsTestHost host = await UnknownAsync(LookupResult.NotAccepted("not in the log"));
        await host.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.That(EmailAttempts(host).Select(attempt => attempt.MayBeRepeat), Is.EqualTo([false, true]));
        Assert.That(EmailAttempts(host).Select(attempt => attempt.MessageId).Distinct().Count(), Is.EqualTo(1));
        Assert.That(
            await host.Touchpoints.ExplainAsync(Asks),
            Does.Contain("does not have it: not in the log; it goes out again under the same message id")
                .And.Contain("Sent, accepted by email")
        );
    }

    [Test]
    public async Task A_channel_that_can_not_say_is_asked_eight_times_at_growing_intervals_and_then_a_person_has_to_decide()
    {
        await using TouchpointsTestHost host = await UnknownAsync([.. Enumerable.Repeat(LookupResult.Unknown("the log is late"), 20)]);
        DateTimeOffset start = host.Time.GetUtcNow();
        var asked = new List<double>();
        while (host.Time.GetUtcNow() < start + TimeSpan.FromHours(5))
        {
            await host.AdvanceAsync(TimeSpan.FromSeconds(30));
            asked.AddRange(Enumerable.Repeat((host.Time.GetUtcNow() - start).TotalMinutes, host.Channel.Lookups.Count - asked.Count));
        }

        Assert.That(asked, Has.Count.EqualTo(8));
        Assert.That(asked[0], Is.EqualTo(1).Within(0.5));
        Assert.That(asked.Zip(asked.Skip(1), (one, next) => next - one), Is.Ordered);
        Assert.That(asked[^1], Is.InRange(150, 220));
        Assert.That(EmailAttempts(host), Has.Count.EqualTo(1));
        Assert.That(
            await host.Touchpoints.ExplainAsync(Asks),
            Does.Contain("Unknown, email was asked 8 times and can't say (the log is late): a person has to decide")
        );
    }

    [Test]
    public async Task A_lookup_that_throws_or_says_nothing_has_said_nothing()
    {
        await using var host = await TouchpointsTestHost.StartAsync<ParcelLifecycle>(touchpoints =>
            touchpoints.AddChannel(Channel.Email, _ => new Throwing())
        );
        await host.RaiseAsync(Fact("parcel.packed", "1"));
        await host.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.That(
            await host.Touchpoints.ExplainAsync(Asks),
            Does.Contain("email can't say yet: asking failed with FormatException").And.Contain("a person has to decide")
        );
    }

    [Test]
    public async Task The_third_attempt_that_the_channel_does_not_have_goes_to_review()
    {
        await using var host = await TouchpointsTestHost.StartAsync<ParcelLifecycle>();
        host.Channel.AnswerWith(Cut, SendResult.Sent(), SendResult.Sent(), Cut, Cut);
        await host.RaiseAsync(Fact("parcel.packed", "1"));
        await host.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.That(EmailAttempts(host), Has.Count.EqualTo(3));
        Assert.That(
            await host.Touchpoints.ExplainAsync(Asks),
            Does.Contain("InReview, 3 attempts, and nobody knows of any: email does not have it")
        );
    }

    [Test]
    public async Task A_question_is_stored_before_it_is_put_so_that_a_crash_costs_one_question_and_nothing_is_sent_meanwhile()
    {
        await using TouchpointsTestHost host = await UnknownAsync(LookupResult.Sent());
        TouchpointsEngine engine = host.Services.GetRequiredService<TouchpointsEngine>();
        host.Time.Advance(TimeSpan.FromMinutes(2));
        await engine.Due.StepAsync(default);
        await engine.Writer.StepAsync(default);

        // The question is in the dispatcher's hands, and the host stops before it is put.
        JournalEntry put = (await host.JournalOfAsync("parcel/1")).Last(entry => entry.Kind == JournalEntryKind.Lookup);
        engine.Dispatcher.Stop();
        await engine.DrainAsync();

        Assert.That(put.Reason.ToString(), Is.EqualTo("lookup 1 of 8 by email"));
        Assert.That(host.Channel.Lookups, Is.Empty);
        Assert.That(await engine.NextDueAsync(), Is.GreaterThan(host.Time.GetUtcNow()));
        Assert.That(EmailAttempts(host), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_answer_that_comes_after_a_person_has_decided_changes_nothing()
    {
        await using TouchpointsTestHost host = await UnknownAsync(LookupResult.NotAccepted());
        TouchpointsEngine engine = host.Services.GetRequiredService<TouchpointsEngine>();
        host.Time.Advance(TimeSpan.FromMinutes(2));
        await engine.Due.StepAsync(default);
        await engine.Writer.StepAsync(default);
        Task<ReviewResult> resolving = host.Touchpoints.ReviewAsync(Asks, ReviewDecision.Sent, "seen in the log", "ben");
        await engine.Writer.StepAsync(default);
        await resolving;
        await host.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.That(host.Channel.Lookups, Has.Count.EqualTo(1));
        Assert.That(EmailAttempts(host), Has.Count.EqualTo(1));
        Assert.That(Reason.Stored((await RowAsync(host)).Reason).ToString(), Is.EqualTo("known to have arrived by ben: seen in the log"));
    }

    [Test]
    public async Task Nobody_is_asked_any_more_once_the_matter_is_solved()
    {
        await using TouchpointsTestHost host = await UnknownAsync(LookupResult.NotAccepted());
        await host.RaiseAsync(Fact("parcel.delivered", "2"));
        await host.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.That(host.Channel.Lookups, Is.Empty);
        Assert.That(EmailAttempts(host), Has.Count.EqualTo(1));
        Assert.That((await RowAsync(host)).Status, Is.EqualTo(TouchpointStatus.Unknown));
    }

    [Test]
    public void A_rule_that_asks_on_a_channel_that_can_not_be_asked_stops_the_start()
    {
        InvalidSetupException? fault = Assert.ThrowsAsync<InvalidSetupException>(async () =>
            await TouchpointsTestHost.StartAsync<ParcelLifecycle>(touchpoints => touchpoints.AddChannel(Channel.Email, _ => new Mute()))
        );

        Assert.That(
            fault!.Faults.Select(each => each.ToString()),
            Is.EqualTo(
                (string[])
                    [
                        "parcel: rule asks: it asks when an attempt's outcome is unknown, and the sender of email can't be asked. Let "
                            + "the sender implement IChannelLookup, or say IfUnknown(UnknownPolicy.Resend) or Hold.",
                        "parcel: rule still-packed: it asks when an attempt's outcome is unknown, and the sender of email can't be "
                            + "asked. Let the sender implement IChannelLookup, or say IfUnknown(UnknownPolicy.Resend) or Hold.",
                    ]
            )
        );
    }

    private static List<OutgoingMessage> EmailAttempts(TouchpointsTestHost host) =>
        [.. host.Channel.Attempts.Where(attempt => attempt.Touchpoint == Asks)];

    private static async Task<TouchpointRow> RowAsync(TouchpointsTestHost host) => (await host.Store().FindTouchpointAsync(Asks, default))!;

    /// <summary>A host whose one attempt by email is unknown; the channel will answer questions as told.</summary>
    private static async Task<TouchpointsTestHost> UnknownAsync(params LookupResult[] answers)
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<ParcelLifecycle>();
        host.Channel.AnswerWith(Cut);
        host.Channel.AnswerLookupsWith(answers);
        await host.RaiseAsync(Fact("parcel.packed", "1"));
        return host;
    }

    private sealed class Mute : IChannelSender
    {
        public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
            Task.FromResult(SendResult.Sent());
    }

    private sealed class Throwing : IChannelSender, IChannelLookup
    {
        public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) => Task.FromResult(Cut);

        public Task<LookupResult> LookUpAsync(DoubtfulAttempt attempt, CancellationToken cancellationToken) =>
            throw new FormatException("a bug of the host's");
    }
}
