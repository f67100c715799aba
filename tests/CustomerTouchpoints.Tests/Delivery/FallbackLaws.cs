using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerTouchpoints.Tests.Delivery;

/// <summary>
/// Whatever senders answer, whatever is reported and when: a message that is known to have reached the customer is not told by another
/// channel, and one that goes where another may have gone is flagged.
/// </summary>
public sealed class FallbackLaws
{
    private static readonly string[] Ways = ["chat", "sms", "email"];

    private static readonly SendResult[] Answers =
    [
        SendResult.Sent(),
        SendResult.Sent(),
        SendResult.PermanentFailure("no such address"),
        SendResult.TemporaryFailure("busy", TimeSpan.FromMinutes(1)),
        SendResult.ChannelDown("down", TimeSpan.FromMinutes(7)),
        SendResult.Uncertain("cut"),
    ];

    private static Arbitrary<Step[]> Stories =>
        Gen.ArrayOf(
                from minutes in Gen.Choose(0, 6)
                from answer in Gen.Elements(Answers)
                from way in Gen.Elements(Ways)
                from kind in Gen.Elements(ReceiptKind.Delivered, ReceiptKind.Read, ReceiptKind.HardBounced, ReceiptKind.SoftBounced)
                from reports in Gen.Elements(true, false)
                select new Step(minutes, answer, reports ? (way, kind) : null)
            )
            .ToArbitrary();

    [Test]
    public void Nobody_is_told_by_another_channel_what_is_known_to_have_reached_them() =>
        Prop.ForAll(Stories, story => Holds(story).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();

    /// <summary>The first left, the second has to wait, and the third leaves by the clock: it is a repeat of the first.</summary>
    [Test]
    public async Task What_one_has_told_is_known_to_each_that_follows()
    {
        static Step Busy(int minutes) => new(minutes, SendResult.TemporaryFailure("busy", TimeSpan.FromMinutes(1)), null);
        Step[] story =
        [
            Busy(1),
            new(0, SendResult.Sent(), null),
            Busy(4),
            Busy(3),
            new(4, SendResult.ChannelDown("down", TimeSpan.FromMinutes(7)), null),
            .. Enumerable.Repeat(new Step(4, SendResult.Sent(), null), 6),
        ];
        Assert.That(await Holds(story), Is.True);
    }

    private static async Task<bool> Holds(Step[] story)
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<NoticeLifecycle>();
        host.Channel.AnswerWith([.. story.Select(step => step.Answer)]);
        await host.RaiseAsync(NoticeLifecycle.Fact("urgent"));
        var reached = new HashSet<string>();
        int attemptsWhenReached = -1;
        foreach (Step step in story)
        {
            await host.AdvanceAsync(TimeSpan.FromMinutes(step.Minutes));
            if (step.Report is { } report)
            {
                ReceiptResult result = await host.ReportReceiptAsync(FallbackTests.Of(Id(report.Way), report.Kind));
                if (result.Outcome == ReceiptOutcome.Recorded && Reaches(report))
                {
                    reached.Add(report.Way);
                    attemptsWhenReached = attemptsWhenReached < 0 ? host.Channel.Attempts.Count : attemptsWhenReached;
                }
            }
        }

        await host.AdvanceAsync(TimeSpan.FromDays(2));
        OutgoingMessage[] attempts = [.. host.Channel.Attempts];
        if (reached.Count > 0)
        {
            Assert.That(
                attempts.Skip(attemptsWhenReached).Select(attempt => attempt.Channel.Name).Where(way => !reached.Contains(way)),
                Is.Empty,
                "what was told once is told"
            );
        }

        // A message by one channel may leave when one by another has left, and then only flagged.
        string[] left = [.. host.Channel.Sent.Select(message => message.Channel.Name).Distinct()];
        foreach (string later in left.Skip(1).Where(_ => !story.Any(step => step.Report?.Kind == ReceiptKind.HardBounced)))
        {
            Assert.That(host.Channel.Sent.First(message => message.Channel.Name == later).MayBeRepeat, Is.True, later);
        }

        IReadOnlyList<JournalEntry> journal = await host.JournalOfAsync("notice/1");
        JourneyRow stored = (await host.Store().ReadJourneysAsync(["notice/1"], default)).Single();
        Assert.That(JourneyRows.ToRow(JourneyRows.Replay("notice/1", 1, journal)).Memory, Is.EqualTo(stored.Memory));
        return true;
    }

    private static bool Reaches((string Way, ReceiptKind Kind) report) =>
        report.Kind == ReceiptKind.Read || (report.Kind == ReceiptKind.Delivered && report.Way == "sms");

    private static TouchpointId Id(string way) => TouchpointId.Parse($"notice/1~urgent~1~customer~{way}");

    private sealed record Step(int Minutes, SendResult Answer, (string Way, ReceiptKind Kind)? Report);
}
