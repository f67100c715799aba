using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Tests.Responses.Clocks;

/// <summary>The declared choices: what a reopening means, and another target in mid-flight.</summary>
public sealed class ChoiceTests
{
    private const string Reopened = "mon 9:00 asked; 10:00 solved; 15:00 reopened; 15:30 solved";
    private const string Raised = "mon 9:00 asked; 11:00 prioritised priority=high; 11:01";

    [Test]
    public async Task A_reopened_clock_may_restart_and_then_says_only_what_came_since()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Restarting>(Reopened);
        Assert.That(await desk.SayAsync("resolution"), Is.EqualTo("met 0:30"));
        Assert.That(await desk.SayAsync("resolution", 2), Is.EqualTo("none"));
    }

    [Test]
    public async Task A_breach_stands_when_a_clock_restarts()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Restarting>("mon 9:00 asked; 12:00 solved; 15:00 reopened; 15:30 solved");
        Assert.That(await desk.SayAsync("resolution"), Is.EqualTo("missed 0:30, breached mon 11:00"));
    }

    [Test]
    public async Task A_reopening_may_begin_a_clock_of_its_own()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Cycling>(Reopened);
        Assert.That(await desk.SayAsync("resolution"), Is.EqualTo("met 1:00"));
        Assert.That(await desk.SayAsync("resolution", 2), Is.EqualTo("met 0:30"));
    }

    [Test]
    public async Task A_restarted_clock_warns_again()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Restarting>("mon 9:00 asked; 10:30 solved; 15:00 reopened; 16:30");
        Assert.That(string.Join("; ", desk.Sent), Is.EqualTo("it-is-near to asker; it-is-near to asker"));
    }

    [TestCase(typeof(Keeping), "mon 13:00")]
    [TestCase(typeof(FromStart), "mon 11:00")]
    [TestCase(typeof(FromNow), "mon 12:00")]
    public async Task A_stricter_target_holds_as_it_was_declared(Type lifecycle, string due)
    {
        await using DeskWalk desk = await OfAsync(lifecycle, Raised);
        Assert.That(await desk.DueAsync("resolution"), Is.EqualTo(due));
    }

    [Test]
    public async Task A_target_that_was_used_up_before_it_held_is_breached_when_it_comes_to_hold()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<FromStart>(Raised);
        Assert.That(await desk.SayAsync("resolution"), Is.EqualTo("running 2:00, breached mon 11:00"));
    }

    [Test]
    public async Task A_breach_stands_when_a_laxer_target_comes_to_hold()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<FromNow>(
            "mon 9:00 asked priority=high; 10:30 prioritised priority=low; 11:00 solved"
        );
        Assert.That(await desk.SayAsync("resolution"), Is.EqualTo("missed 2:00, breached mon 10:00"));
    }

    [Test]
    public async Task Another_calendar_counts_from_the_change_on()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Calendars>(
            "mon 9:00 asked topic=night; 16:00 prioritised priority=low; tue 10:00 solved"
        );

        // Seven hours around the clock, then two office hours.
        Assert.That(await desk.SayAsync("resolution"), Is.EqualTo("met 9:00"));
    }

    [Test]
    public async Task A_target_that_comes_to_hold_only_later_counts_from_the_question_and_is_not_breached_by_that()
    {
        await using DeskWalk early = await DeskWalk.OfAsync<HighOnly>("mon 9:00 asked; 9:20 prioritised priority=high");
        Assert.That(await early.DueAsync("resolution"), Is.EqualTo("mon 10:00"));
        await using DeskWalk late = await DeskWalk.OfAsync<HighOnly>("mon 9:00 asked; 11:00 prioritised priority=high");
        Assert.That(await late.DueAsync("resolution"), Is.EqualTo("mon 12:00"));
    }

    [Test]
    public async Task A_clock_that_no_target_holds_for_any_more_is_withdrawn()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<HighOnly>("mon 9:00 asked priority=high; 9:20 prioritised priority=low; 11:00");
        Assert.That(await desk.SayAsync("resolution"), Is.EqualTo("withdrawn 0:20"));
    }

    private static async Task<DeskWalk> OfAsync(Type lifecycle, string story) =>
        await (Task<DeskWalk>)typeof(DeskWalk).GetMethod(nameof(DeskWalk.OfAsync))!.MakeGenericMethod(lifecycle).Invoke(null, [story])!;

    private sealed class Restarting : Desk
    {
        protected override void Targets(LifecycleBuilder desk)
        {
            desk.Resolution().Within(TimeSpan.FromHours(2)).WarnAt(0.5).WhenReopened(Reopening.Restart);
            desk.OnWarning("resolution").Send("it-is-near");
        }
    }

    private sealed class Cycling : Desk
    {
        protected override void Targets(LifecycleBuilder desk) =>
            desk.Resolution().Within(TimeSpan.FromHours(2)).WhenReopened(Reopening.NewCycle);
    }

    private abstract class Choosing(Retargeting choice) : Desk
    {
        protected override void Targets(LifecycleBuilder desk)
        {
            desk.Resolution().Within(TimeSpan.FromHours(1)).ForPriority("high").WhenChanged(choice);
            desk.Resolution().Within(TimeSpan.FromHours(4)).WhenChanged(choice);
        }
    }

    private sealed class Keeping() : Choosing(Retargeting.Keep);

    private sealed class FromStart() : Choosing(Retargeting.FromStart);

    private sealed class FromNow() : Choosing(Retargeting.FromNow);

    private sealed class Calendars : Desk
    {
        protected override void Targets(LifecycleBuilder desk)
        {
            desk.Resolution()
                .Within(TimeSpan.FromHours(16), BusinessCalendar.In("Etc/UTC").OpenWeekdays(new(9, 0), new(17, 0)).Build())
                .ForPriority("low");
            desk.Resolution().Within(TimeSpan.FromHours(16)).ForTopic("night");
        }
    }

    private sealed class HighOnly : Desk
    {
        protected override void Targets(LifecycleBuilder desk) => desk.Resolution().Within(TimeSpan.FromHours(1)).ForPriority("high");
    }
}
