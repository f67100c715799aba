using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Delivery.ParcelLifecycle;

namespace CustomerTouchpoints.Tests.Delivery;

/// <summary>A person decides about what waits for one.</summary>
public sealed class ReviewTests
{
    private static readonly SendResult Cut = SendResult.Uncertain("cut");

    [Test]
    public async Task A_held_one_that_is_let_go_leaves_under_the_same_message_id_and_flagged()
    {
        await using TouchpointsTestHost host = await HeldAsync();
        await host.AdvanceAsync(TimeSpan.FromDays(1) / 2);
        ReviewResult result = await DecideOnAsync(host, Holds, ReviewDecision.Resend);

        Assert.That(
            (result.Outcome, result.Status, result.Reason.ToString()),
            Is.EqualTo((ReviewOutcome.Done, (TouchpointStatus?)TouchpointStatus.Sending, "attempt 2"))
        );
        OutgoingMessage[] attempts = [.. host.Channel.Attempts.Where(attempt => attempt.Touchpoint == Holds)];
        Assert.That(attempts.Select(attempt => attempt.MayBeRepeat), Is.EqualTo([false, true]));
        Assert.That(attempts[1].MessageId, Is.EqualTo(attempts[0].MessageId));
        Assert.That(
            await host.Touchpoints.ExplainAsync(Holds),
            Does.Contain("unknown: let go out by ben: the customer asked").And.Contain("Sent, accepted by sms")
        );
    }

    [Test]
    public async Task One_that_is_known_to_have_arrived_is_sent_and_journaled_with_who_and_why()
    {
        await using TouchpointsTestHost host = await HeldAsync();
        ReviewResult result = await DecideOnAsync(host, Holds, ReviewDecision.Sent);

        Assert.That((result.Outcome, result.Status), Is.EqualTo((ReviewOutcome.Done, (TouchpointStatus?)TouchpointStatus.Sent)));
        JournalEntry entry = (await host.JournalOfAsync("parcel/1"))[^1];
        Assert.That(
            (entry.Kind, entry.Name, entry.Outcome, entry.Reason.ToString()),
            Is.EqualTo(
                (JournalEntryKind.Review, Holds.ToString(), JournalEntryOutcome.Sent, "known to have arrived by ben: the customer asked")
            )
        );
        Timeline timeline = await host.Touchpoints.TimelineAsync("ana");
        Assert.That(timeline.Entries[^1].Kind, Is.EqualTo(JournalEntryKind.Review));
    }

    [Test]
    public async Task One_that_is_discarded_never_leaves_and_stays_unknown()
    {
        await using TouchpointsTestHost host = await HeldAsync();
        ReviewResult result = await DecideOnAsync(host, Holds, ReviewDecision.Discard);
        await host.AdvanceAsync(TimeSpan.FromDays(10));

        Assert.That((result.Outcome, result.Status), Is.EqualTo((ReviewOutcome.Done, (TouchpointStatus?)TouchpointStatus.Unknown)));
        Assert.That(host.Channel.Attempts.Count(attempt => attempt.Touchpoint == Holds), Is.EqualTo(1));
    }

    [Test]
    public async Task A_message_that_can_not_be_composed_is_withdrawn_and_not_reviewed_when_its_condition_has_ended_meanwhile()
    {
        await using var host = await TouchpointsTestHost.StartAsync<ParcelLifecycle>(touchpoints => touchpoints.AddTemplates(NeedsWeight));
        TouchpointsEngine engine = host.Services.GetRequiredService<TouchpointsEngine>();
        await host.RaiseAsync(Fact("parcel.packed", "1"));
        host.Time.Advance(TimeSpan.FromDays(1));
        await engine.Due.StepAsync(default);
        await engine.Writer.StepAsync(default);
        Task<RaiseResult> delivered = host.Touchpoints.RaiseAsync(Fact("parcel.delivered", "2"));
        await engine.Writer.StepAsync(default);
        await engine.DrainAsync();
        await delivered;

        string? words = await host.Touchpoints.ExplainAsync(TouchpointId.Parse("parcel/1~still-packed~1.1~buyer~email"));
        Assert.That(words, Does.Contain("Withdrawn").And.Contain("and packed has ended").And.Not.Contain("InReview"));
    }

    [Test]
    public async Task A_message_in_review_that_was_never_tried_can_be_composed_again_or_discarded()
    {
        await using var host = await TouchpointsTestHost.StartAsync<ParcelLifecycle>(touchpoints => touchpoints.AddTemplates(NeedsWeight));
        await host.RaiseAsync(Fact("parcel.packed", "1"));
        Assert.That(await host.Touchpoints.ExplainAsync(Holds), Does.Contain("InReview"));

        ReviewResult again = await DecideOnAsync(host, Holds, ReviewDecision.Resend);
        Assert.That((again.Outcome, again.Status), Is.EqualTo((ReviewOutcome.Done, (TouchpointStatus?)TouchpointStatus.Sending)));
        Assert.That(await host.Touchpoints.ExplainAsync(Holds), Does.Contain("planned: let go out by ben").And.Contain("InReview"));

        ReviewResult dropped = await DecideOnAsync(host, Holds, ReviewDecision.Discard);
        Assert.That((dropped.Outcome, dropped.Status), Is.EqualTo((ReviewOutcome.Done, (TouchpointStatus?)TouchpointStatus.Skipped)));
        Assert.That(host.Channel.Attempts.Select(attempt => attempt.Touchpoint), Has.None.EqualTo(Holds));
    }

    [Test]
    public async Task One_whose_three_attempts_vanished_may_be_tried_once_more()
    {
        await using var host = await TouchpointsTestHost.StartAsync<ParcelLifecycle>();
        host.Channel.AnswerWith(SendResult.Sent(), SendResult.Sent(), Cut, Cut, Cut);
        await host.RaiseAsync(Fact("parcel.packed", "1"));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.That(await host.Touchpoints.ExplainAsync(Resends), Does.Contain("InReview, 3 attempts, and nobody knows of any"));

        host.Channel.AnswerWith(Cut);
        await DecideOnAsync(host, Resends, ReviewDecision.Resend);
        await host.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.That(host.Channel.Attempts.Count(attempt => attempt.Touchpoint == Resends), Is.EqualTo(4));
        Assert.That(await host.Touchpoints.ExplainAsync(Resends), Does.Contain("InReview, 4 attempts, and nobody knows of any"));
    }

    [Test]
    public async Task One_that_is_about_to_go_out_again_can_be_stopped()
    {
        await using var host = await TouchpointsTestHost.StartAsync<ParcelLifecycle>();
        host.Channel.AnswerWith(SendResult.Sent(), SendResult.Sent(), Cut);
        await host.RaiseAsync(Fact("parcel.packed", "1"));
        ReviewResult result = await DecideOnAsync(host, Resends, ReviewDecision.Sent);
        await host.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.That(result.Outcome, Is.EqualTo(ReviewOutcome.Done));
        Assert.That(host.Channel.Attempts.Count(attempt => attempt.Touchpoint == Resends), Is.EqualTo(1));
    }

    [Test]
    public async Task The_gate_is_asked_all_the_same_and_the_answer_says_so()
    {
        await using TouchpointsTestHost host = await HeldAsync();
        await host.AdvanceAsync(TimeSpan.FromDays(8));
        ReviewResult result = await DecideOnAsync(host, Holds, ReviewDecision.Resend);

        Assert.That((result.Outcome, result.Status), Is.EqualTo((ReviewOutcome.Done, (TouchpointStatus?)TouchpointStatus.Unknown)));
        Assert.That(result.Reason.ToString(), Does.StartWith("stale: due "));
        Assert.That(host.Channel.Attempts.Count(attempt => attempt.Touchpoint == Holds), Is.EqualTo(1));
    }

    [Test]
    public async Task What_is_being_asked_can_not_go_out_again_before_there_is_an_answer()
    {
        await using var host = await TouchpointsTestHost.StartAsync<ParcelLifecycle>();
        host.Channel.AnswerWith(Cut);
        await host.RaiseAsync(Fact("parcel.packed", "1"));
        ReviewResult resent = await DecideOnAsync(host, Asks, ReviewDecision.Resend);
        ReviewResult discarded = await DecideOnAsync(host, Asks, ReviewDecision.Discard);
        await host.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.That(resent.Outcome, Is.EqualTo(ReviewOutcome.BeingAsked));
        Assert.That(resent.Reason.ToString(), Does.StartWith("email is being asked what became of it, next at 2026-01-05 09:"));
        Assert.That(discarded.Outcome, Is.EqualTo(ReviewOutcome.Done));
        Assert.That(host.Channel.Attempts.Count(attempt => attempt.Touchpoint == Asks), Is.EqualTo(1));
        Assert.That(host.Channel.Lookups, Is.Empty);
    }

    [TestCase(ReviewDecision.Resend)]
    [TestCase(ReviewDecision.Sent)]
    [TestCase(ReviewDecision.Discard)]
    public async Task A_decision_is_taken_once(ReviewDecision decision)
    {
        await using TouchpointsTestHost host = await HeldAsync();
        await DecideOnAsync(host, Holds, ReviewDecision.Sent);
        int entries = (await host.JournalOfAsync("parcel/1")).Count;
        ReviewResult again = await DecideOnAsync(host, Holds, decision);

        Assert.That((again.Outcome, again.Status), Is.EqualTo((ReviewOutcome.NotWaiting, (TouchpointStatus?)TouchpointStatus.Sent)));
        Assert.That(
            again.Reason.ToString(),
            Is.EqualTo("it waits for nobody's decision; it is Sent: known to have arrived by ben: the customer asked")
        );
        Assert.That(await host.JournalOfAsync("parcel/1"), Has.Count.EqualTo(entries));
    }

    [Test]
    public async Task A_touchpoint_that_is_not_there_is_an_answer_and_not_an_exception()
    {
        await using TouchpointsTestHost host = await HeldAsync();
        foreach (string id in (string[])["parcel/1~holds~2~buyer~sms", "parcel/9~holds~1~buyer~sms", "nothing/1~holds~1~buyer~sms"])
        {
            ReviewResult result = await DecideOnAsync(host, TouchpointId.Parse(id), ReviewDecision.Sent);
            Assert.That((result.Outcome, result.Status), Is.EqualTo((ReviewOutcome.NoSuchTouchpoint, (TouchpointStatus?)null)), id);
        }

        Assert.That(await host.Store().ReadJourneysAsync(["parcel/9"], default), Is.Empty);
    }

    [TestCase("", "ben")]
    [TestCase("why", "")]
    [TestCase("why\n", "ben")]
    public async Task Who_and_why_must_be_said(string reason, string by)
    {
        await using TouchpointsTestHost host = await HeldAsync();
        Assert.ThrowsAsync<ArgumentException>(() => host.Touchpoints.ReviewAsync(Holds, ReviewDecision.Sent, reason, by));
    }

    [Test]
    public async Task What_waits_for_a_person_is_withdrawn_once_the_matter_is_solved()
    {
        await using TouchpointsTestHost host = await HeldAsync();
        await host.RaiseAsync(Fact("parcel.delivered", "2"));
        ReviewResult result = await DecideOnAsync(host, Holds, ReviewDecision.Resend);

        Assert.That((result.Outcome, result.Status), Is.EqualTo((ReviewOutcome.NotWaiting, (TouchpointStatus?)TouchpointStatus.Unknown)));
        Assert.That(result.Reason.ToString(), Does.EndWith("solved: the journey is in delivered"));
    }

    private static string NeedsWeight
    {
        get
        {
            string folder = Directory.CreateTempSubdirectory("touchpoints-review-").FullName;
            File.WriteAllText(Path.Combine(folder, "holds.sms.md"), "---\nrequires: weight\nsample:\n  weight: 3\n---\n{{weight}} kg\n");
            File.WriteAllText(
                Path.Combine(folder, "still-packed.md"),
                "---\nsubject: Packed\nrequires: weight\nsample:\n  weight: 3\n---\n{{weight}} kg\n"
            );
            return folder;
        }
    }

    private static async Task<ReviewResult> DecideOnAsync(TouchpointsTestHost host, TouchpointId touchpoint, ReviewDecision decision)
    {
        Task<ReviewResult> resolving = host.Touchpoints.ReviewAsync(touchpoint, decision, "the customer asked", "ben");
        await host.Services.GetRequiredService<TouchpointsEngine>().DrainAsync();
        return await resolving;
    }

    /// <summary>A host whose attempt by SMS is unknown and held.</summary>
    private static async Task<TouchpointsTestHost> HeldAsync()
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<ParcelLifecycle>();
        host.Channel.AnswerWith(SendResult.Sent(), Cut);
        await host.RaiseAsync(Fact("parcel.packed", "1"));
        return host;
    }
}
