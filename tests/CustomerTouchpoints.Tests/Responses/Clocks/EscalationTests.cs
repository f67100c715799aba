using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Tests.Responses.Clocks;

/// <summary>Warnings, breaches, and who is told of them.</summary>
public sealed class EscalationTests
{
    [Test]
    public async Task The_handler_is_told_of_each_warning_and_of_the_breach_at_its_time()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Escalating>("mon 9:00 asked priority=high; 9:01 assigned who=ben; 11:30");
        Assert.That(
            string.Join("; ", desk.Escalated),
            Is.EqualTo("resolution~1~warning-1 at mon 10:00; resolution~1~warning-2 at mon 10:30; resolution~1~breach at mon 11:00")
        );
        Escalation breach = desk.Host.Escalations.Told[^1];
        Assert.That(
            (breach.Kind, breach.Share, breach.Try, breach.Priority, breach.Representative, string.Join(',', breach.To), breach.DueAt),
            Is.EqualTo((EscalationKind.Breach, 1.0, 1, "high", "ben", "team-lead", (DateTimeOffset?)desk.At("11:00")))
        );
    }

    [Test]
    public async Task What_fails_is_told_again_under_the_same_id_until_it_works()
    {
        await using DeskWalk desk = await DeskWalk.StartAsync<Escalating>();
        desk.Host.Escalations.FailNext(2);
        await desk.TellAsync("mon 9:00 asked; 10:20");
        Assert.That(
            string.Join("; ", desk.Host.Escalations.Told.Select(told => $"{told.Id} {told.Try}")),
            Is.EqualTo("question/7~resolution~1~warning-1 1; question/7~resolution~1~warning-1 2; question/7~resolution~1~warning-1 3")
        );
        IReadOnlyList<JournalEntry> journal = await desk.Host.JournalOfAsync(DeskWalk.Id);
        Assert.That(
            journal.Where(entry => entry.Outcome == JournalEntryOutcome.Failed).Select(entry => entry.Reason.ToString()),
            Is.EqualTo(Failures)
        );
    }

    [Test]
    public async Task What_fails_is_not_told_again_once_the_clock_has_ended()
    {
        await using DeskWalk desk = await DeskWalk.StartAsync<Escalating>();
        desk.Host.Escalations.FailNext(99);
        await desk.TellAsync("mon 9:00 asked; 10:00; 10:00:10 solved; 12:00");
        Assert.That(desk.Host.Escalations.Told, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_host_that_has_slept_tells_the_worst_and_not_each()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Escalating>("mon 9:00 asked");
        desk.SleepUntil("12:00");
        await desk.TellAsync("12:01");
        Assert.That(string.Join("; ", desk.Escalated), Is.EqualTo("resolution~1~breach at mon 11:00"));
        Assert.That(string.Join("; ", desk.Sent), Is.EqualTo("we-are-late to lead"));
        Assert.That(await desk.SayAsync("resolution"), Is.EqualTo("running 0:00, breached mon 11:00"));
    }

    [Test]
    public async Task Staff_hears_by_touchpoint_as_well()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Escalating>("mon 9:00 asked; 11:30");
        Assert.That(string.Join("; ", desk.Sent), Is.EqualTo("it-is-near to lead; it-is-near to lead; we-are-late to lead"));
    }

    [Test]
    public async Task A_message_about_a_clock_that_has_ended_is_withdrawn()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Escalating>("mon 9:00 asked; 9:30");
        desk.Host.Channel.AnswerWith(Channels.SendResult.TemporaryFailure("busy"), Channels.SendResult.TemporaryFailure("busy"));
        await desk.TellAsync("10:00; 10:00:05 solved; 12:00");
        Assert.That(desk.Sent, Is.Empty);
    }

    [Test]
    public async Task A_condition_that_throws_stops_no_clock_and_no_other_message()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Throwing>("mon 9:00 asked; 13:00");
        Assert.That(await desk.SayAsync("resolution"), Is.EqualTo("running 0:00, breached mon 11:00"));
        Assert.That(string.Join("; ", desk.Escalated), Is.EqualTo("resolution~1~warning-1 at mon 10:00; resolution~1~breach at mon 11:00"));
        Assert.That(string.Join("; ", desk.Sent), Is.EqualTo("it-is-near to lead; we-are-late to lead"));
        IReadOnlyList<JournalEntry> journal = await desk.Host.JournalOfAsync(DeskWalk.Id);
        Assert.That(
            journal.SelectMany(entry => entry.Changes).OfType<RuleDeclined>().Select(declined => declined.Rule),
            Is.EqualTo(Declined)
        );
    }

    [TestCase(512, Description = "whole pages of what is due, and nothing after them")]
    [TestCase(600)]
    public async Task Hundreds_of_clocks_that_warn_at_one_instant_are_all_told_of_at_that_instant(int questions)
    {
        await using DeskWalk desk = await DeskWalk.StartAsync<Escalating>();
        await desk.Host.RaiseTogetherAsync([
            .. Enumerable
                .Range(1, questions)
                .Select(number => new IncomingEvent
                {
                    Journey = $"question/{number}",
                    Name = "asked",
                    Id = "asked",
                    Parties = new Dictionary<string, CustomerId> { ["asker"] = "ana", ["lead"] = "lee" },
                }),
        ]);
        await desk.Host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.That(desk.Host.Escalations.Told, Has.Count.EqualTo(questions));
        Assert.That(desk.Host.Escalations.Told.Select(told => told.Clock), Is.Unique);
    }

    private static readonly string[] Declined = ["broken-near", "broken-late"];

    private static readonly string[] Failures =
    [
        "try 1 failed: the handler failed with InvalidOperationException",
        "try 2 failed: the handler failed with InvalidOperationException",
    ];

    private sealed class Throwing : Desk
    {
        protected override void Targets(LifecycleBuilder desk)
        {
            desk.Resolution().Within(TimeSpan.FromHours(2)).WarnAt(0.5).Escalate("team-lead");
            desk.OnWarning("resolution")
                .Send("broken-near")
                .To("lead")
                .When("it can be asked", _ => throw new InvalidOperationException("no"));
            desk.OnWarning("resolution").Send("it-is-near").To("lead");
            desk.OnBreach("resolution")
                .Send("broken-late")
                .To("lead")
                .When("it can be asked", _ => throw new InvalidOperationException("no"));
            desk.OnBreach("resolution").Send("we-are-late").To("lead");
        }
    }

    private sealed class Escalating : Desk
    {
        protected override void Targets(LifecycleBuilder desk)
        {
            desk.Resolution().Within(TimeSpan.FromHours(2)).WarnAt(0.5, 0.75).Escalate("team-lead");
            desk.OnWarning("resolution").Send("it-is-near").To("lead");
            desk.OnBreach("resolution").Send("we-are-late").To("lead");
        }
    }
}
