namespace CustomerTouchpoints.Tests.Responses.Clocks;

/// <summary>What each metric measures. Resolution has tests of its own.</summary>
public sealed class MetricTests
{
    [TestCase("mon 9:00 asked; 9:08 said", "met 0:08")]
    [TestCase("mon 9:00 asked; 9:12 said", "missed 0:12, breached mon 9:10")]
    [TestCase(
        "mon 9:00 asked; 9:04 said by=automatic; 9:05 said by=bot; 9:06 said note=yes; 9:08 said",
        "met 0:08",
        Description = "holding messages, bots and notes answer nothing"
    )]
    [TestCase("mon 9:00 asked; 9:02 wrote; 9:08 said", "met 0:08", Description = "from asked, whatever else the customer writes")]
    [TestCase("mon 9:00 asked; 9:03 asked-back; 9:08 said", "met 0:08", Description = "waiting for the customer is no answer")]
    [TestCase("mon 9:00 asked; 9:05 solved; 9:30", "withdrawn 0:05", Description = "solved without an answer")]
    [TestCase("mon 9:00 asked; 9:15 solved", "missed 0:15, breached mon 9:10")]
    [TestCase("mon 9:00 asked; 9:20 said at=9:07", "met 0:07", Description = "answered in time, and reported after the breach was noticed")]
    [TestCase(
        "mon 9:00 asked; 9:05 solved; 9:30 reopened; 9:34 said",
        "met 0:09",
        Description = "not answered before it was solved: it goes on"
    )]
    public async Task First_answer_is_the_time_from_asked_to_the_first_public_answer_by_a_human(string story, string said)
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<TenMinutes>(story);
        Assert.That(await desk.SayAsync("first-answer"), Is.EqualTo(said));
    }

    [TestCase("mon 9:00 asked; 9:04 said by=bot", "met 0:04")]
    [TestCase("mon 9:00 asked; 9:04 said by=automatic; 9:06 said by=human", "met 0:06")]
    public async Task A_bot_answers_where_the_target_says_so_and_an_automatic_message_never(string story, string said)
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<BotsCount>(story);
        Assert.That(await desk.SayAsync("first-answer"), Is.EqualTo(said));
    }

    [TestCase("mon 9:00 asked; 9:05 said; 9:20", "none", "none", Description = "nobody has written since the first answer")]
    [TestCase("mon 9:00 asked; 9:02 wrote; 9:20", "none", "none", Description = "the first answer is still to come")]
    [TestCase("mon 9:00 asked; 9:05 said; 9:20 wrote; 9:24 said", "met 0:04", "none")]
    [TestCase(
        "mon 9:00 asked; 9:05 said; 9:20 wrote; 9:23 wrote; 9:24 said; 9:30 wrote; 9:36 said",
        "met 0:04",
        "missed 0:06, breached mon 9:35",
        Description = "from the oldest unanswered message; each round is one"
    )]
    [TestCase("mon 9:00 asked; 9:05 said; 9:20 wrote; 9:21 said by=bot; 9:22 said note=yes; 9:24 said", "met 0:04", "none")]
    [TestCase(
        "mon 9:00 asked; 9:05 said; 9:20 wrote; 9:22 said at=9:18; 9:24 said",
        "met 0:04",
        "none",
        Description = "what was said before the customer wrote answers nothing"
    )]
    [TestCase(
        "mon 9:00 asked; 9:05 said; 9:20 wrote; 9:22 wrote at=9:19; 9:23 said",
        "met 0:04",
        "none",
        Description = "an older message is reported later"
    )]
    [TestCase("mon 9:00 asked; 9:05 said; 9:20 wrote; 9:22 solved; 9:40", "withdrawn 0:02", "none")]
    public async Task Next_answer_is_the_time_from_the_oldest_unanswered_message_to_the_next_answer(
        string story,
        string first,
        string second
    )
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<FiveMinutes>(story);
        Assert.That(await desk.SayAsync("next-answer"), Is.EqualTo(first));
        Assert.That(await desk.SayAsync("next-answer", 2), Is.EqualTo(second));
    }

    [TestCase("mon 9:00 asked; 9:30 said; 10:20 said; 10:40", "met 0:30", "met 0:50", "running 0:00")]
    [TestCase(
        "mon 9:00 asked; 10:10 said; 10:20 asked-back; 11:30",
        "missed 1:10, breached mon 10:00",
        "running 0:00, breached mon 11:10",
        "none",
        Description = "the customer's turn does not stop it"
    )]
    [TestCase(
        "mon 9:00 asked; 9:10 said by=automatic; 9:30 said note=yes; 9:40 wrote; 9:50 solved",
        "met 0:10",
        "withdrawn 0:40",
        "none",
        Description = "whatever the customer hears is a message; what they don't is none"
    )]
    [TestCase(
        "mon 9:00 asked; 9:10 solved; 11:00 reopened; 11:20 said",
        "withdrawn 0:10",
        "met 0:20",
        "running 0:00",
        Description = "anew from the reopening"
    )]
    public async Task Status_update_is_the_time_between_messages_to_a_customer_whose_matter_is_open(
        string story,
        string first,
        string second,
        string third
    )
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Hourly>(story);
        Assert.That(await desk.SayAsync("status-update"), Is.EqualTo(first));
        Assert.That(await desk.SayAsync("status-update", 2), Is.EqualTo(second));
        Assert.That(await desk.SayAsync("status-update", 3), Is.EqualTo(third));
    }

    [TestCase("mon 9:00 asked; 9:30 asked-back; 11:30 wrote; 11:45 said", "met 0:45")]
    [TestCase("mon 9:00 asked; 9:30 asked-back; 11:30 wrote; 12:15 said", "missed 1:15, breached mon 12:00")]
    public async Task Pausable_update_is_the_same_and_stands_still_while_we_wait_for_the_customer(string story, string said)
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Hourly>(story);
        Assert.That(await desk.SayAsync("pausable-update"), Is.EqualTo(said));
    }

    [TestCase("mon 9:00 asked; 9:10 taken; 9:30 asked-back; 10:30 wrote; 10:40 held; 10:50 solved", "met 0:50", "met 0:20")]
    [TestCase("mon 9:00 asked; 9:30 solved", "met 0:30", "none")]
    [TestCase("mon 9:00 asked; 9:10 taken; 9:30 solved; 10:00 reopened; 10:10 taken; 10:20 solved", "met 0:50", "met 0:30")]
    public async Task Requester_wait_and_work_time_are_the_times_in_states_that_wait_for_us_and_that_we_work_in(
        string story,
        string waited,
        string worked
    )
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Times>(story);
        Assert.That(await desk.SayAsync("requester-wait"), Is.EqualTo(waited));
        Assert.That(await desk.SayAsync("work-time"), Is.EqualTo(worked));
    }

    private sealed class TenMinutes : Desk
    {
        protected override void Targets(LifecycleBuilder desk) => desk.Answer().Within(TimeSpan.FromMinutes(10));
    }

    private sealed class BotsCount : Desk
    {
        protected override void Targets(LifecycleBuilder desk) => desk.Answer().Within(TimeSpan.FromMinutes(10)).BotsCount();
    }

    private sealed class FiveMinutes : Desk
    {
        protected override void Targets(LifecycleBuilder desk) => desk.NextAnswer().Within(TimeSpan.FromMinutes(5));
    }

    private sealed class Hourly : Desk
    {
        protected override void Targets(LifecycleBuilder desk)
        {
            desk.StatusUpdate().Every(TimeSpan.FromHours(1));
            desk.PausableUpdate().Every(TimeSpan.FromHours(1));
        }
    }

    private sealed class Times : Desk
    {
        protected override void Targets(LifecycleBuilder desk)
        {
            desk.RequesterWait().Within(TimeSpan.FromHours(4));
            desk.WorkTime().Within(TimeSpan.FromHours(4));
        }
    }
}
