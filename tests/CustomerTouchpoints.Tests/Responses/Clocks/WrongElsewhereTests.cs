using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CustomerTouchpoints.Tests.Responses.Clocks;

/// <summary>What known systems have got wrong, one by one.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class WrongElsewhereTests : IAsyncDisposable
{
    private static readonly BusinessCalendar Office = BusinessCalendar
        .In("Etc/UTC")
        .OpenWeekdays(new(9, 0), new(17, 0))
        .Break(new(12, 0), new(13, 0))
        .Build();
    private static readonly BusinessCalendar Long = BusinessCalendar.In("Etc/UTC").OpenWeekdays(new(8, 0), new(20, 0)).Build();

    private readonly InMemoryTouchpointStore store = new();

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Test]
    public async Task A_pause_is_not_lost_when_the_policy_changes()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Pausing>(
            "mon 9:00 asked; 9:30 asked-back; 10:00 prioritised priority=high; 12:00 wrote; 12:10 solved"
        );
        Assert.That(await desk.SayAsync("resolution"), Is.EqualTo("met 0:40"));
    }

    [Test]
    public async Task A_pause_is_not_lost_when_a_paused_matter_is_solved_straight_away()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Pausing>("mon 9:00 asked; 9:30 asked-back; tue 9:00 solved");
        Assert.That(await desk.SayAsync("resolution"), Is.EqualTo("met 0:30"));
    }

    [Test]
    public async Task A_new_first_answer_is_measured_from_the_reopening_and_not_from_the_creation()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<AnswersAnew>(
            "mon 9:00 asked; 9:05 said; 9:10 solved; tue 9:00 reopened; 9:04 said"
        );
        Assert.That(await desk.SayAsync("first-answer"), Is.EqualTo("met 0:05"));
        Assert.That(await desk.SayAsync("first-answer", 2), Is.EqualTo("met 0:04"));
    }

    [Test]
    public async Task No_clock_runs_on_after_the_resolution()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<EveryMetricDesk>("mon 9:00 asked; 9:05 said; 9:06 wrote; 9:10 solved; wed 9:00");
        ClockView[] clocks = [.. await desk.Host.Touchpoints.ClocksAsync(new ClockQuery()).ToListAsync()];
        Assert.That(clocks, Has.Length.EqualTo(6));
        Assert.That(
            clocks.Where(clock =>
                clock.EndedAt is null
                || clock.DueAt is not null
                || clock.BreachedAt is not null
                || clock.EndedAt > desk.At("0:00").AddDays(-1)
            ),
            Is.Empty
        );
    }

    [Test]
    public async Task A_late_answer_between_two_looks_is_a_breach_and_no_hit()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Escalating>("mon 9:00 asked; 9:05");
        desk.SleepUntil("9:12");
        await desk.TellAsync("9:12 said");
        Assert.That(await desk.SayAsync("first-answer"), Is.EqualTo("missed 0:12, breached mon 9:10"));
    }

    [Test]
    public async Task Two_pauses_that_start_in_the_same_minute_both_count()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Pausing>(
            "mon 9:00:00 asked; 9:30:05 asked-back; 9:30:20 wrote; 9:30:30 asked-back; 9:45:30 wrote; 9:50:00 solved"
        );
        Assert.That(await desk.SayAsync("resolution"), Is.EqualTo("met 0:34:45"));
    }

    [Test]
    public async Task An_edited_policy_holds_from_the_start_of_the_host_and_not_from_the_next_event()
    {
        await using (DeskWalk before = await StartAsync<SixteenHours>())
        {
            await before.TellAsync("mon 9:00 asked; 10:00");
        }

        await using DeskWalk after = await StartAsync<FourHours>(hour: 10);
        await after.TellAsync("mon 10:01");
        Assert.That(await after.DueAsync("resolution"), Is.EqualTo("mon 15:00"));
    }

    [Test]
    public async Task A_changed_schedule_does_not_rewrite_history()
    {
        await using (DeskWalk before = await StartAsync<SixteenHours>())
        {
            await before.TellAsync("mon 8:30 asked; 18:00");
        }

        await using DeskWalk after = await StartAsync<LongSixteenHours>(hour: 18);
        await after.TellAsync("mon 18:01; 19:00 solved");

        // Seven office hours by the old calendar, and one in the evening by the new one.
        Assert.That(await after.SayAsync("resolution"), Is.EqualTo("met 8:00"));
        string words = (await after.Host.Touchpoints.ExplainAsync(new ClockId(DeskWalk.Id, "resolution")))!;
        Assert.That(words, Does.Contain($"07:00:00 used: asked (target 1 of version 1, calendar {Office})"));
        Assert.That(words, Does.Contain($"01:00:00 used: under target 1 of version 2 (target 1 of version 2, calendar {Long})"));
    }

    [TestCase("mon 9:00 asked; 11:00 prioritised priority=high", "mon 12:00", Description = "an hour from now, and not at once")]
    [TestCase("mon 9:00 asked; 12:40 prioritised priority=high", "mon 13:00", Description = "never later than it was")]
    [TestCase(
        "mon 9:00 asked; 11:00 prioritised priority=high; 11:30 prioritised priority=low; 12:30 prioritised priority=high",
        "mon 13:00",
        Description = "to and fro wins nothing"
    )]
    [TestCase(
        "mon 9:00 asked priority=high; 9:50 prioritised priority=low",
        "mon 13:00",
        Description = "a laxer one counts from the start"
    )]
    public async Task A_priority_change_neither_resets_nor_breaches_at_once(string story, string due)
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Priorities>(story);
        Assert.That(await desk.DueAsync("resolution"), Is.EqualTo(due));
        Assert.That((await desk.ClockAsync("resolution"))!.BreachedAt, Is.Null);
    }

    [Test]
    public async Task No_metric_overrules_another()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<EveryMetricDesk>(
            "mon 9:00 asked; 9:12 said; 9:20 wrote; 9:22 said; 9:30 taken; 9:40 asked-back; 10:00 wrote; 10:10 solved"
        );
        string[] clocks = ["first-answer", "next-answer", "status-update", "requester-wait", "work-time", "resolution"];
        string[] said = await Task.WhenAll(clocks.Select(clock => desk.SayAsync(clock)));
        Assert.That(
            string.Join("; ", said),
            Is.EqualTo("missed 0:12, breached mon 9:10; met 0:02; met 0:12; met 0:50; met 0:10; met 1:10")
        );
    }

    [TestCase("9:12")]
    [TestCase("9:09")]
    public async Task Nobody_is_told_of_a_breach_after_the_answer_was_given(string answered)
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Escalating>("mon 9:00 asked; 9:05");
        desk.SleepUntil("9:15");
        await desk.TellAsync($"9:15 said at={answered}; 12:00");
        Assert.That(desk.Escalated, Is.Empty);
        Assert.That(desk.Sent, Is.Empty);
    }

    [TestCase(
        "mon 9:00 asked; 9:05 said by=customer; 9:20",
        "running 0:00, breached mon 9:10",
        Description = "the customer's own message is no answer of ours"
    )]
    [TestCase("mon 9:00 asked; 9:05 said by=customer note=yes; 9:20", "running 0:00, breached mon 9:10")]
    [TestCase("mon 9:00 asked; 9:05 said; 9:06 said by=human note=yes; 9:20", "met 0:05")]
    public async Task The_customers_own_note_is_not_ours_and_ours_is_not_the_customers(string story, string said)
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<EveryMetricDesk>(story);
        Assert.That(await desk.SayAsync("first-answer"), Is.EqualTo(said));
        Assert.That(await desk.SayAsync("next-answer"), Is.EqualTo("none"), "A note of ours is no message that waits for an answer.");
    }

    [Test]
    public async Task Bots_are_not_people()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<EveryMetricDesk>(
            "mon 9:00 asked; 9:00:01 said by=bot; 9:00:02 said by=automatic; 9:11 said"
        );
        Assert.That(await desk.SayAsync("first-answer"), Is.EqualTo("missed 0:11, breached mon 9:10"));
    }

    [Test]
    public async Task Lunch_breaks_do_not_count()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<SixteenHours>("mon 11:30 asked; 12:10");
        Assert.That(await desk.DueAsync("resolution"), Is.EqualTo("wed 14:30"));
        await desk.TellAsync("mon 12:30 solved");
        Assert.That(await desk.SayAsync("resolution"), Is.EqualTo("met 0:30"));
    }

    [Test]
    public async Task Nobody_is_reminded_at_midnight()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<SixteenHours>("mon 16:30 asked; fri 0:00");
        Assert.That(
            string.Join("; ", desk.Escalated),
            Is.EqualTo("resolution~1~warning-1 at tue 14:18; resolution~1~warning-2 at wed 14:30; resolution~1~breach at thu 10:30")
        );
        Assert.That(desk.Host.Escalations.Told.Select(told => Office.IsOpen(told.At.AddSeconds(-1))), Is.All.True);
    }

    [Test]
    public async Task The_deadline_of_an_update_is_computed_anew_by_each_message()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<EveryMetricDesk>("mon 9:00 asked; 9:30 said");
        Assert.That(await desk.DueAsync("status-update", 2), Is.EqualTo("mon 10:30"));
        await desk.TellAsync("10:00 said");
        Assert.That(await desk.DueAsync("status-update", 3), Is.EqualTo("mon 11:00"));
        Assert.That(await desk.DueAsync("status-update", 2), Is.EqualTo("never"));
    }

    [Test]
    public async Task A_second_tier_that_takes_over_has_a_clock_of_its_own()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<TwoTiers>(
            "mon 9:00 asked; 9:10 taken; 10:00 handed-over; 11:30 taken; 12:00 solved"
        );
        Assert.That(await desk.SayAsync("work-time-tier-two"), Is.EqualTo("missed 1:30, breached mon 11:00"));
        Assert.That(await desk.SayAsync("work-time"), Is.EqualTo("met 2:50"));
    }

    private Task<DeskWalk> StartAsync<TDesk>(int hour = 0)
        where TDesk : Lifecycle, new() =>
        DeskWalk.StartAsync<TDesk>(
            touchpoints => touchpoints.Services.Replace(ServiceDescriptor.Singleton<ITouchpointStore>(_ => store)),
            new DateTimeOffset(2026, 1, 5, hour, 0, 0, TimeSpan.Zero)
        );

    private sealed class Pausing : Desk
    {
        protected override void Targets(LifecycleBuilder desk)
        {
            desk.Resolution().Within(TimeSpan.FromHours(1)).ForPriority("high").PausesWhileWaiting();
            desk.Resolution().Within(TimeSpan.FromHours(8)).PausesWhileWaiting();
        }
    }

    private sealed class AnswersAnew : Desk
    {
        protected override void Targets(LifecycleBuilder desk) =>
            desk.Answer().Within(TimeSpan.FromMinutes(10)).WhenReopened(CustomerTouchpoints.Responses.Reopening.NewCycle);
    }

    private sealed class Escalating : Desk
    {
        protected override void Targets(LifecycleBuilder desk)
        {
            desk.Answer().Within(TimeSpan.FromMinutes(10)).Escalate("team-lead");
            desk.OnBreach("first-answer").Send("we-are-late");
        }
    }

    private sealed class SixteenHours : Desk
    {
        protected override void Targets(LifecycleBuilder desk) =>
            desk.Resolution().Within(TimeSpan.FromHours(16), Office).WarnAt(0.3, 0.75).Escalate("team-lead");
    }

    private sealed class FourHours() : Desk(version: 2)
    {
        protected override void Targets(LifecycleBuilder desk) => desk.Resolution().Within(TimeSpan.FromHours(4), Office);
    }

    private sealed class LongSixteenHours() : Desk(version: 2)
    {
        protected override void Targets(LifecycleBuilder desk) => desk.Resolution().Within(TimeSpan.FromHours(16), Long);
    }

    private sealed class Priorities : Desk
    {
        protected override void Targets(LifecycleBuilder desk)
        {
            desk.Resolution().Within(TimeSpan.FromHours(1)).ForPriority("high");
            desk.Resolution().Within(TimeSpan.FromHours(4));
        }
    }

    private sealed class TwoTiers : Desk
    {
        protected override void Targets(LifecycleBuilder desk)
        {
            desk.WorkTime().Within(TimeSpan.FromHours(8));
            desk.WorkTime(TierTwo).Within(TimeSpan.FromHours(1));
        }
    }
}
