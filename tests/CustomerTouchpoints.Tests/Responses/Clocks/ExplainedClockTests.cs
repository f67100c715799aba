using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Tests.Responses.Clocks;

/// <summary>A clock in words: the time that is used as it is at this moment, and calendars as they were written.</summary>
public sealed class ExplainedClockTests
{
    [Test]
    public async Task A_clock_that_runs_on_after_its_breach_says_what_is_used_by_now()
    {
        string words = await ExplainAsync<InOffice>("mon 9:00 asked; 15:00");
        Assert.That(words, Does.StartWith("question/7~resolution~1: running, 05:00:00 used of 04:00:00, breached 2026-01-05 14:00:00Z"));
        Assert.That(words, Does.Contain("running, 05:00:00 used: asked (target 1 of version 1, calendar Etc/UTC"));
        Assert.That(words, Does.Contain("breached: 04:00:00 is used up"));
    }

    [Test]
    public async Task Closed_time_does_not_count_and_pauses_do_not_either()
    {
        Assert.That(await ExplainAsync<InOffice>("mon 9:00 asked; tue 8:00"), Does.Contain("running, 07:00:00 used of 04:00:00"));
        Assert.That(await ExplainAsync<InOffice>("mon 9:00 asked; 10:00 asked-back; 11:00"), Does.Contain("paused, 01:00:00 used of"));
        Assert.That(await ExplainAsync<InOffice>("mon 9:00 asked; 10:00 solved; 15:00"), Does.Contain("met, 01:00:00 used of"));
    }

    [Test]
    public async Task Without_a_calendar_it_counts_around_the_clock() =>
        Assert.That(
            await ExplainAsync<Always>("mon 9:00 asked; 10:30"),
            Does.Contain("01:30:00 used of 04:00:00").And.Contain("version 1, around the clock)")
        );

    private static async Task<string> ExplainAsync<TDesk>(string story)
        where TDesk : Lifecycle, new()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<TDesk>(story);
        return (await desk.Host.Touchpoints.ExplainAsync(new ClockId(DeskWalk.Id, "resolution")))!;
    }

    private sealed class InOffice : Desk
    {
        private static readonly BusinessCalendar Office = BusinessCalendar
            .In("Etc/UTC")
            .OpenWeekdays(new(9, 0), new(17, 0))
            .Break(new(12, 0), new(13, 0))
            .Build();

        protected override void Targets(LifecycleBuilder desk) =>
            desk.Resolution().Within(TimeSpan.FromHours(4), Office).PausesWhileWaiting();
    }

    private sealed class Always : Desk
    {
        protected override void Targets(LifecycleBuilder desk) => desk.Resolution().Within(TimeSpan.FromHours(4));
    }
}
