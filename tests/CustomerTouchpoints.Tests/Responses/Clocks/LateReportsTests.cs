namespace CustomerTouchpoints.Tests.Responses.Clocks;

/// <summary>Answers and messages that are reported late: each counts from when it was written, whatever was known before.</summary>
public sealed class LateReportsTests
{
    [TestCase("mon 9:00 asked; 10:30 said; 11:00 said at=9:30", "met 0:30", Description = "after a later one has ended the clock")]
    [TestCase(
        "mon 9:00 asked; 10:30 said; 11:00 said at=10:10",
        "missed 1:10, breached mon 10:00",
        Description = "earlier, and late all the same"
    )]
    [TestCase("mon 9:00 asked; 9:20 said; 11:00 said at=9:10; 11:05 said at=9:05", "met 0:05", Description = "and once more")]
    [TestCase(
        "mon 9:00 asked; 10:30 said; 11:00 said at=8:50",
        "missed 1:30, breached mon 10:00",
        Description = "said before it was asked"
    )]
    [TestCase("mon 9:00 asked; 10:30 solved; 11:00 said at=9:30", "met 0:30", Description = "after it was solved unanswered")]
    [TestCase("mon 9:00 asked; 10:30 said; 10:40 solved; 11:00 said at=9:30", "met 0:30", Description = "after it was solved")]
    [TestCase(
        "mon 9:00 asked; 10:30 said; 10:40 solved; 10:50 closed; 11:00 said at=9:30",
        "missed 1:30, breached mon 10:00",
        Description = "closed for good"
    )]
    public async Task A_first_answer_that_is_reported_late_counts_from_when_it_was_given(string story, string said)
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<OneHour>(story);
        Assert.That(await desk.SayAsync("first-answer"), Is.EqualTo(said));
    }

    [TestCase("mon 9:00 asked; 9:30 asked-back; 9:40 said at=9:10", "met 0:10", Description = "before a pause began")]
    [TestCase("mon 9:00 asked; 9:20 asked-back; 9:50 wrote; 10:10 said; 11:00 said at=9:55", "met 0:25", Description = "after a pause")]
    [TestCase("mon 9:00 asked; 9:20 asked-back; 9:50 wrote; 10:10 said; 11:00 said at=9:30", "met 0:20", Description = "in a pause")]
    [TestCase(
        "mon 9:00 asked; 9:20 asked-back; 9:50 wrote; 10:10 said; 11:00 said at=9:05",
        "met 0:05",
        Description = "before a pause that is over"
    )]
    public async Task Pauses_count_as_they_were_until_then(string story, string said)
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<PausingAnswer>(story);
        Assert.That(await desk.SayAsync("first-answer"), Is.EqualTo(said));
    }

    [TestCase(
        "mon 9:00 asked; 9:05 said; 10:00 wrote; 10:20 wrote; 10:40 wrote; 10:45 said at=10:10",
        "met 0:10",
        "mon 10:50",
        Description = "the second message has waited longest by then, and not the latest"
    )]
    [TestCase(
        "mon 9:00 asked; 9:05 said; 10:00 wrote; 10:20 wrote; 10:40 wrote; 10:42 wrote; 10:45 said at=10:41",
        "missed 0:41, breached mon 10:30",
        "mon 11:12"
    )]
    [TestCase("mon 9:00 asked; 9:05 said; 10:00 wrote; 10:40 wrote; 10:41 wrote at=10:20; 10:45 said at=10:10", "met 0:10", "mon 10:50")]
    [TestCase(
        "mon 9:00 asked; 9:05 said; 10:00 wrote; 10:40 said; 10:45 said at=10:10",
        "met 0:10",
        "never",
        Description = "ended late before"
    )]
    [TestCase("mon 9:00 asked; 9:05 said; 10:00 wrote; 10:40 said; 10:45 wrote at=9:03", "missed 0:40, breached mon 10:30", "never")]
    [TestCase("mon 9:00 asked; 9:05 said; 10:00 wrote; 10:20 said; 10:45 wrote at=9:40", "missed 0:40, breached mon 10:10", "never")]
    [TestCase("mon 9:00 asked; 9:05 said; 10:00 said; 10:45 wrote at=9:40", "met 0:20", "never", Description = "a round that was over")]
    public async Task The_next_answer_is_due_to_the_oldest_message_that_nobody_has_answered(string story, string first, string due)
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<HalfAnHour>(story);
        Assert.That(await desk.SayAsync("next-answer"), Is.EqualTo(first));
        Assert.That(await desk.DueAsync("next-answer", 2), Is.EqualTo(due));
    }

    [Test]
    public async Task A_round_that_was_ended_too_late_is_two()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<HalfAnHour>(
            "mon 9:00 asked; 9:05 said; 10:00 wrote; 10:20 wrote; 11:00 said; 11:05 said at=10:10"
        );
        Assert.That(await desk.SayAsync("next-answer"), Is.EqualTo("met 0:10"));
        Assert.That(await desk.SayAsync("next-answer", 2), Is.EqualTo("missed 0:40, breached mon 10:50"));
    }

    [Test]
    public async Task A_breach_after_one_that_was_taken_back_is_another_one()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Telling>("mon 9:00 asked; 13:10; 13:20 asked-back at=12:00; 15:00 wrote; 16:10");
        Assert.That(
            desk.Host.Escalations.Told.Select(told => told.Id),
            Is.EqualTo((string[])["question/7~resolution~1~breach", "question/7~resolution~1~breach-2"])
        );
        Assert.That(desk.Sent, Is.EqualTo((string[])["we-are-late to asker", "we-are-late to asker"]));
        Assert.That(await desk.SayAsync("resolution"), Does.EndWith("breached mon 16:00"));
    }

    private sealed class OneHour : Desk
    {
        protected override void Targets(LifecycleBuilder desk) => desk.Answer().Within(TimeSpan.FromHours(1));
    }

    private sealed class PausingAnswer : Desk
    {
        protected override void Targets(LifecycleBuilder desk) => desk.Answer().Within(TimeSpan.FromHours(1)).PausesWhileWaiting();
    }

    private sealed class HalfAnHour : Desk
    {
        protected override void Targets(LifecycleBuilder desk) => desk.NextAnswer().Within(TimeSpan.FromMinutes(30));
    }

    private sealed class Telling : Desk
    {
        protected override void Targets(LifecycleBuilder desk)
        {
            desk.Resolution().Within(TimeSpan.FromHours(4)).PausesWhileWaiting().Escalate("team-lead");
            desk.OnBreach("resolution").Send("we-are-late");
        }
    }
}
