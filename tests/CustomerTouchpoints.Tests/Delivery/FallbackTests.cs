using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Delivery.NoticeLifecycle;

namespace CustomerTouchpoints.Tests.Delivery;

/// <summary>Another channel follows where the first one did not reach the customer, and never tells twice what was told.</summary>
public sealed class FallbackTests
{
    [Test]
    public async Task What_arrives_in_time_is_told_once()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("ready"));
        await host.AdvanceAsync(Patience - TimeSpan.FromSeconds(1));

        await host.ReportReceiptAsync(Of(BySms, ReceiptKind.Delivered));
        await host.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.That(Ways(host), Is.EqualTo(["sms"]));
        TouchpointView mail = await ViewAsync(host, ByMail);
        Assert.That((mail.Status, mail.Reason.Code), Is.EqualTo((TouchpointStatus.Withdrawn, "fallback-not-needed")));
    }

    [Test]
    public async Task What_is_read_has_arrived()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("ready"));

        await host.ReportReceiptAsync(Of(BySms, ReceiptKind.Read));
        await host.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.That(Ways(host), Is.EqualTo(["sms"]));
    }

    [Test]
    public async Task What_nobody_reports_goes_the_other_way_in_time_and_is_flagged()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("ready"));
        DateTimeOffset left = host.Time.GetUtcNow();
        await host.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.That(Ways(host), Is.EqualTo(["sms", "email"]));
        OutgoingMessage mail = host.Channel.Sent.Last();
        Assert.That((mail.At, mail.MayBeRepeat), Is.EqualTo((left + Patience, true)));
        Assert.That(await CodesAsync(host, ByMail), Does.Contain("fell-back-in-doubt"));
        Assert.That(
            await host.Touchpoints.ExplainAsync(ByMail),
            Does.Contain("held: a fallback: it leaves unless").And.Contain("nobody knows that it was delivered")
        );
        Assert.That((await ViewAsync(host, BySms)).Status, Is.EqualTo(TouchpointStatus.Sent));
    }

    [Test]
    public async Task A_receipt_that_comes_too_late_is_recorded_and_tells_nothing()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("ready"));
        await host.AdvanceAsync(Patience);

        await host.ReportReceiptAsync(Of(BySms, ReceiptKind.Delivered));
        await host.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.That(Ways(host), Is.EqualTo(["sms", "email"]));
        Assert.That((await ViewAsync(host, BySms)).Status, Is.EqualTo(TouchpointStatus.Delivered));
    }

    [Test]
    public async Task What_is_refused_for_good_goes_the_other_way_at_once()
    {
        await using TouchpointsTestHost host = await StartAsync();
        host.Channel.AnswerWith(SendResult.PermanentFailure("no such number"));
        await host.RaiseAsync(Fact("ready"));

        Assert.That(Ways(host), Is.EqualTo(["email"]));
        Assert.That(host.Channel.Sent.Single().MayBeRepeat, Is.False);
        Assert.That(await CodesAsync(host, ByMail), Does.Contain("fallback-called").And.Contain("fell-back"));
    }

    [Test]
    public async Task What_comes_back_goes_the_other_way_at_once()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("ready"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(3));

        await host.ReportReceiptAsync(Of(BySms, ReceiptKind.HardBounced));

        Assert.That(Ways(host), Is.EqualTo(["sms", "email"]));
        Assert.That(host.Channel.Sent.Last().MayBeRepeat, Is.False);
    }

    [Test]
    public async Task Who_has_no_address_of_the_first_channel_is_told_by_the_other_at_once()
    {
        await using TouchpointsTestHost host = await StartAsync();
        host.Directory.Describe(
            new Customer
            {
                Id = "ana",
                Addresses = new Dictionary<Channel, string> { [Channel.Email] = "ana@mail.example" },
            }
        );

        await host.RaiseAsync(Fact("ready"));

        Assert.That(Ways(host), Is.EqualTo(["email"]));
    }

    [Test]
    public async Task A_channel_that_is_down_is_not_waited_for_longer_and_what_waits_for_it_is_withdrawn()
    {
        await using TouchpointsTestHost host = await StartAsync();
        host.Channel.AnswerWith(SendResult.ChannelDown("maintenance", TimeSpan.FromMinutes(30)));
        await host.RaiseAsync(Fact("ready"));
        await host.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.That(Ways(host), Is.EqualTo(["email"]));
        TouchpointView sms = await ViewAsync(host, BySms);
        Assert.That((sms.Status, sms.Reason.Code), Is.EqualTo((TouchpointStatus.Withdrawn, "taken-over")));
        Assert.That(host.Channel.Sent.Single().MayBeRepeat, Is.False);
    }

    [Test]
    public async Task What_left_late_has_its_whole_time()
    {
        await using TouchpointsTestHost host = await StartAsync();
        host.Channel.AnswerWith(SendResult.ChannelDown("maintenance", TimeSpan.FromMinutes(8)));
        await host.RaiseAsync(Fact("ready"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(17));

        Assert.That(Ways(host), Is.EqualTo(["sms"]));
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.That(Ways(host), Is.EqualTo(["sms", "email"]));
    }

    [Test]
    public async Task An_uncertain_attempt_never_calls_the_other_channel_by_itself_and_is_not_repeated_after_it()
    {
        await using TouchpointsTestHost host = await StartAsync();
        host.Channel.AnswerWith(SendResult.Uncertain("cut"));
        await host.RaiseAsync(Fact("ready"));
        string[] before = Ways(host);
        await host.AdvanceAsync(Patience);

        Assert.That(before, Is.Empty);
        Assert.That(Ways(host), Is.EqualTo(["email"]));
        Assert.That(host.Channel.Sent.Single().MayBeRepeat, Is.True);
        Assert.That((await ViewAsync(host, BySms)).Status, Is.EqualTo(TouchpointStatus.Unknown));
        ReviewResult review = await host.CompleteAsync(host.Touchpoints.ReviewAsync(BySms, ReviewDecision.Resend, "again", "mia"));
        Assert.That(review.Outcome, Is.EqualTo(ReviewOutcome.NotWaiting));
    }

    [Test]
    public async Task A_receipt_between_the_tries_of_the_fallback_withdraws_it()
    {
        await using TouchpointsTestHost host = await StartAsync();
        host.Channel.AnswerWith(SendResult.Sent(), SendResult.TemporaryFailure("busy", TimeSpan.FromMinutes(5)));
        await host.RaiseAsync(Fact("ready"));
        await host.AdvanceAsync(Patience);

        await host.ReportReceiptAsync(Of(BySms, ReceiptKind.Delivered));
        await host.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.That(Ways(host), Is.EqualTo(["sms"]));
        Assert.That((await ViewAsync(host, ByMail)).Status, Is.EqualTo(TouchpointStatus.Withdrawn));
    }

    [Test]
    public async Task A_receipt_while_the_fallback_is_under_way_keeps_it_from_a_second_try()
    {
        TouchpointsTestHost? reached = null;
        Task<ReceiptResult>? reporting = null;
        int tries = 0;
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<NoticeLifecycle>(touchpoints =>
            touchpoints.AddChannel(
                Channel.Email,
                (_, _) =>
                {
                    tries++;
                    reporting = reached!.Touchpoints.ReportReceiptAsync(Of(BySms, ReceiptKind.Delivered), CancellationToken.None);
                    return Task.FromResult(SendResult.TemporaryFailure("busy"));
                }
            )
        );
        reached = host;
        await host.RaiseAsync(Fact("ready"));
        await host.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.That((await host.CompleteAsync(reporting!)).Outcome, Is.EqualTo(ReceiptOutcome.Recorded));
        Assert.That(tries, Is.EqualTo(1));
        TouchpointView mail = await ViewAsync(host, ByMail);
        Assert.That((mail.Status, mail.Reason.Code), Is.EqualTo((TouchpointStatus.Withdrawn, "fallback-not-needed")));
    }

    [Test]
    public async Task A_condition_that_ends_takes_its_fallback_with_it()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("waits"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(65));

        await host.RaiseAsync(Fact("done", "2"));
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.That(Ways(host), Is.EqualTo(["sms"]));
    }

    [Test]
    public async Task What_a_person_discards_is_not_told_another_way()
    {
        await using TouchpointsTestHost host = await StartAsync();
        host.Channel.AnswerWith(SendResult.Uncertain("cut"));
        await host.RaiseAsync(Fact("ready"));

        await host.CompleteAsync(host.Touchpoints.ReviewAsync(BySms, ReviewDecision.Discard, "told by phone", "mia"));
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.That(Ways(host), Is.Empty);
        Assert.That((await ViewAsync(host, ByMail)).Reason.Code, Is.EqualTo("fallback-ended"));
    }

    [Test]
    public void A_channel_that_reports_nothing_cannot_be_waited_for()
    {
        InvalidSetupException refused = Assert.ThrowsAsync<InvalidSetupException>(() =>
            TouchpointsTestHost.StartAsync<NoticeLifecycle>(touchpoints =>
                touchpoints.ConfigureChannel(Channel.Chat, chat => chat.Receipts.Clear())
            )
        )!;

        Assert.That(
            refused.Message,
            Does.Contain("rule urgent").And.Contain("waits for chat to report read").And.Contain("ReceiptKind.Read")
        );
    }

    internal static Receipt Of(TouchpointId touchpoint, ReceiptKind kind) => new() { Kind = kind, Touchpoint = touchpoint };

    internal static Task<TouchpointsTestHost> StartAsync() => TouchpointsTestHost.StartAsync<NoticeLifecycle>();

    internal static string[] Ways(TouchpointsTestHost host) => [.. host.Channel.Sent.Select(message => message.Channel.Name)];

    private static async Task<TouchpointView> ViewAsync(TouchpointsTestHost host, TouchpointId id) =>
        await host.Touchpoints.TouchpointsAsync(new TouchpointQuery()).SingleAsync(view => view.Id == id);

    private static async Task<string[]> CodesAsync(TouchpointsTestHost host, TouchpointId id) =>
        [
            .. (await host.Touchpoints.JournalAsync().ToListAsync())
                .Where(entry => entry.Name == id.ToString())
                .Select(entry => entry.Reason.Code),
        ];
}
