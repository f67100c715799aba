using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Responses;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Responses.Clocks;

/// <summary>Updates that the library sends itself.</summary>
public sealed class StatusUpdateTests
{
    [Test]
    public async Task An_update_leaves_when_it_is_due_and_the_next_is_due_after_it()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Updating>("mon 9:00 asked; 9:45");
        Assert.That(string.Join("; ", desk.Sent), Is.EqualTo("question-status to asker; question-status to asker"));
        Assert.That(await desk.SayAsync("status-update"), Is.EqualTo("met 0:20"));
        Assert.That(await desk.DueAsync("status-update", 3), Is.EqualTo("mon 10:01"), "It has a minute to leave.");
    }

    [Test]
    public async Task An_answer_in_between_counts_and_moves_it()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Updating>("mon 9:00 asked; 9:15 said; 9:34");
        Assert.That(desk.Sent, Is.Empty);
        await desk.TellAsync("9:35");
        Assert.That(string.Join("; ", desk.Sent), Is.EqualTo("question-status to asker"));
    }

    [Test]
    public async Task An_update_that_may_have_arrived_counts_as_told()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Updating>("mon 9:00 asked");
        desk.Host.Channel.AnswerWith(SendResult.Uncertain("cut"));
        await desk.TellAsync("9:20");
        Assert.That(await desk.SayAsync("status-update"), Is.EqualTo("met 0:20"));
    }

    [Test]
    public async Task An_update_that_is_held_is_missed_and_has_its_true_time()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Updating>("mon 9:00 asked");
        ITouchpointSwitches switches = desk.Host.Services.GetRequiredService<ITouchpointSwitches>();
        Task pausing = switches.PauseAsync(SwitchScope.All, "maintenance", "kim");
        await desk.TellAsync("10:00");
        await pausing;
        Assert.That(await desk.SayAsync("status-update"), Is.EqualTo("running 0:00, breached mon 9:21"));
        Assert.That(desk.Sent, Is.Empty);
    }

    [Test]
    public async Task A_host_that_has_slept_sends_one_update_and_not_one_for_each_that_was_missed()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Updating>("mon 9:00 asked");
        desk.SleepUntil("12:00");
        await desk.TellAsync("12:10");
        Assert.That(string.Join("; ", desk.Sent), Is.EqualTo("question-status to asker"));
        Assert.That(await desk.SayAsync("status-update"), Is.EqualTo("missed 3:00, breached mon 9:21"));
    }

    [Test]
    public async Task An_update_that_was_answered_by_the_time_it_could_leave_is_withdrawn()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Updating>("mon 9:00 asked; 9:10");
        desk.Host.Channel.AnswerWith(SendResult.TemporaryFailure("busy"));
        await desk.TellAsync("9:20; 9:20:10 said; 9:30");
        Assert.That(desk.Sent, Is.Empty);
    }

    [Test]
    public async Task Outside_of_its_hours_nobody_is_told_anything()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<OfficeUpdating>("mon 16:30 asked; tue 9:29");
        Assert.That(desk.Sent, Is.Empty);
        await desk.TellAsync("tue 9:30");
        Assert.That(string.Join("; ", desk.Sent), Is.EqualTo("question-status to asker"));
    }

    private sealed class Updating : Desk
    {
        protected override void Targets(LifecycleBuilder desk) =>
            desk.StatusUpdate().Every(TimeSpan.FromMinutes(20)).Send("question-status");
    }

    private sealed class OfficeUpdating : Desk
    {
        private static readonly BusinessCalendar Office = BusinessCalendar.In("Etc/UTC").OpenWeekdays(new(9, 0), new(17, 0)).Build();

        protected override void Targets(LifecycleBuilder desk) =>
            desk.StatusUpdate().Every(TimeSpan.FromHours(1), Office).Send("question-status");
    }
}
