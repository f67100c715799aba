using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Delivery.LetterLifecycle;

namespace CustomerTouchpoints.Tests.Delivery;

/// <summary>A journey hears what becomes of its messages: in the same commit, each once, and nobody else can say so.</summary>
public sealed class TouchpointEventTests
{
    [Test]
    public async Task A_message_that_is_sent_moves_its_journey_and_is_told()
    {
        await using TouchpointsTestHost host = await SentAsync();

        Assert.That(await StateAsync(host), Is.EqualTo("left"));
        Assert.That(Told(host), Is.EqualTo(["on-sent"]));
        JournalEntryView entry = (await host.Touchpoints.JournalAsync().ToListAsync()).Single(one => one.Name == "letter/sent");
        Assert.That(
            (entry.Kind, entry.Outcome, entry.EventId, entry.From, entry.To),
            Is.EqualTo((JournalEntryKind.Event, JournalEntryOutcome.Moved, "1/sent", "written", "left"))
        );
    }

    [Test]
    public async Task A_receipt_moves_its_journey_in_its_own_commit_and_its_message_knows_of_it()
    {
        await using TouchpointsTestHost host = await SentAsync();
        DateTimeOffset opened = host.Time.GetUtcNow() + TimeSpan.FromMinutes(1);
        await host.AdvanceAsync(TimeSpan.FromMinutes(3));

        await host.ReportReceiptAsync(Of(ReceiptKind.Opened) with { OccurredAt = opened });

        Assert.That(await StateAsync(host), Is.EqualTo("read"));
        Assert.That(Told(host), Is.EqualTo(["on-sent", "on-delivered", "on-opened"]));
        JournalEntryView entry = (await host.Touchpoints.JournalAsync().ToListAsync()).Single(one => one.Name == "letter/opened");
        Assert.That(entry.OccurredAt, Is.EqualTo(opened));
    }

    [Test]
    public async Task What_is_reported_again_or_was_implied_is_told_once()
    {
        await using TouchpointsTestHost host = await SentAsync();

        await host.ReportReceiptAsync(Of(ReceiptKind.Clicked));
        await host.ReportReceiptsAsync(Of(ReceiptKind.Clicked), Of(ReceiptKind.Opened), Of(ReceiptKind.Delivered));

        Assert.That(Told(host), Is.EqualTo(["on-sent", "on-delivered", "on-opened", "on-clicked"]));
    }

    [Test]
    public async Task A_receipt_that_overtakes_the_report_of_the_sender_says_that_it_was_sent_and_nothing_says_it_again()
    {
        Task<ReceiptResult>? reporting = null;
        TouchpointsTestHost? reached = null;
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<LetterLifecycle>(touchpoints =>
            touchpoints.AddChannel(
                Channel.Email,
                (_, _) =>
                {
                    reporting = reached!.Touchpoints.ReportReceiptAsync(Of(ReceiptKind.Delivered), CancellationToken.None);
                    return Task.FromResult(SendResult.Sent("ref-1"));
                }
            )
        );
        reached = host;

        await host.RaiseAsync(Fact("written", "1"));

        Assert.That((await host.CompleteAsync(reporting!)).Outcome, Is.EqualTo(ReceiptOutcome.Recorded));
        Assert.That(Told(host), Is.EqualTo(["on-sent", "on-delivered"]));
        string[] order =
        [
            .. (await host.JournalOfAsync("letter/1"))
                .SelectMany(entry => entry.Changes)
                .OfType<TouchpointReceived>()
                .Select(_ => "receipt"),
        ];
        Assert.That(order, Is.EqualTo(["receipt"]));
    }

    [Test]
    public async Task What_came_back_has_failed_once_and_its_journey_goes_another_way()
    {
        await using TouchpointsTestHost host = await SentAsync();

        await host.ReportReceiptAsync(Of(ReceiptKind.HardBounced));
        await host.ReportReceiptAsync(Of(ReceiptKind.Delivered));

        Assert.That(await StateAsync(host), Is.EqualTo("lost"));
        Assert.That(Told(host), Is.EqualTo(["on-sent", "on-hardbounced", "is-lost", "on-failed", "on-delivered"]));
    }

    [Test]
    public async Task What_is_refused_for_good_has_failed_and_was_never_sent()
    {
        await using TouchpointsTestHost host = await StartAsync();
        host.Channel.AnswerWith(SendResult.PermanentFailure("no such mailbox"));
        await host.RaiseAsync(Fact("written", "1"));

        Assert.That(Told(host), Is.EqualTo(["on-failed"]));
        Assert.That(await StateAsync(host), Is.EqualTo("written"));
    }

    [Test]
    public async Task What_a_person_says_was_sent_is_sent()
    {
        await using TouchpointsTestHost host = await StartAsync();
        host.Channel.AnswerWith(SendResult.Uncertain("cut"));
        await host.RaiseAsync(Fact("written", "1"));
        string[] before = Told(host);
        await host.CompleteAsync(host.Touchpoints.ReviewAsync(Letter, ReviewDecision.Sent, "seen at the provider", "mia"));

        Assert.That(before, Is.Empty);
        Assert.That(Told(host), Is.EqualTo(["on-sent"]));
        Assert.That(await StateAsync(host), Is.EqualTo("left"));
    }

    [Test]
    public async Task Nobody_else_can_say_so()
    {
        await using TouchpointsTestHost host = await SentAsync();

        Assert.That(
            async () => await host.Touchpoints.RaiseAsync(Fact("letter/opened", "9")),
            Throws.ArgumentException.With.Message.Contains("letter/opened")
        );
    }

    [Test]
    public async Task The_journeys_data_has_nothing_of_it_and_no_host_is_told_to_raise_it()
    {
        await using TouchpointsTestHost host = await SentAsync();

        await host.ReportReceiptAsync(Of(ReceiptKind.Opened));

        JourneyRow row = (await host.Store().ReadJourneysAsync(["letter/1"], default)).Single();
        Assert.That(row.Data, Does.Not.Contain("\"touchpoint\""));
        JourneyView journey = (await host.Touchpoints.GetJourneyAsync("letter/1"))!;
        Assert.That(journey.Accepts.Select(accepted => accepted.Event), Has.None.Contains("/"));
    }

    internal static Receipt Of(ReceiptKind kind) => new() { Kind = kind, Touchpoint = Letter };

    internal static async Task<TouchpointsTestHost> SentAsync()
    {
        TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("written", "1"));
        return host;
    }

    /// <summary>What was told beside the letter itself.</summary>
    internal static string[] Told(TouchpointsTestHost host) =>
        [.. host.Channel.Sent.Select(message => message.Touchpoint.Rule).Where(rule => rule != "letter")];

    private static Task<TouchpointsTestHost> StartAsync() => TouchpointsTestHost.StartAsync<LetterLifecycle>();

    private static async Task<string?> StateAsync(TouchpointsTestHost host) => (await host.Touchpoints.GetJourneyAsync("letter/1"))!.State;
}
