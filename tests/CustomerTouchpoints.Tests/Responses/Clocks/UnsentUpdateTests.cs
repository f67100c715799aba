using System.Globalization;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Responses;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Responses.Clocks;

/// <summary>
/// An update that does not leave does not leave the customer without a word: the next is due when the next would have been.
/// </summary>
public sealed class UnsentUpdateTests
{
    [Test]
    public async Task An_update_that_fails_for_good_is_followed_by_the_next_and_stays_missed()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Updating>("mon 9:00 asked; 9:10");
        desk.Host.Channel.AnswerWith(SendResult.PermanentFailure("full"));
        await desk.TellAsync("9:39");
        Assert.That(desk.Sent, Is.Empty);
        await desk.TellAsync("9:40");
        Assert.That(await UpdatesAsync(desk), Is.EqualTo("1 due 9:20 failed; 1.2 due 9:40 sent"));
        Assert.That(await desk.SayAsync("status-update"), Is.EqualTo("missed 0:40, breached mon 9:21"));
        Assert.That(await desk.DueAsync("status-update", 2), Is.EqualTo("mon 10:01"), "The next is due after the one that left.");
    }

    [Test]
    public async Task Each_that_fails_is_followed_until_the_matter_is_solved()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Updating>("mon 9:00 asked; 9:10");
        desk.Host.Channel.AnswerWith([.. Enumerable.Repeat(SendResult.PermanentFailure("full"), 9)]);
        await desk.TellAsync("10:10 solved; 12:00");
        Assert.That(await UpdatesAsync(desk), Is.EqualTo("1 due 9:20 failed; 1.2 due 9:40 failed; 1.3 due 10:00 failed"));
        Assert.That(await desk.SayAsync("status-update"), Is.EqualTo("missed 1:10, breached mon 9:21"));
    }

    [Test]
    public async Task What_the_customer_hears_meanwhile_moves_the_next()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Updating>("mon 9:00 asked; 9:10");
        desk.Host.Channel.AnswerWith(SendResult.PermanentFailure("full"));
        await desk.TellAsync("9:35 said; 10:00");
        Assert.That(await UpdatesAsync(desk), Is.EqualTo("1 due 9:20 failed; 2 due 9:55 sent"));
    }

    [Test]
    public async Task One_that_is_tried_for_an_hour_is_followed_by_one_and_not_by_each_that_was_due_meanwhile()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Updating>("mon 9:00 asked; 9:10");
        desk.Host.Channel.AnswerWith(SendResult.TemporaryFailure("busy", TimeSpan.FromMinutes(55)), SendResult.PermanentFailure("full"));
        await desk.TellAsync("10:30");
        Assert.That(await UpdatesAsync(desk), Is.EqualTo("1 due 9:20 failed; 1.2 due 10:20 sent"));
    }

    [Test]
    public async Task The_next_waits_for_the_end_of_the_customers_turn()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<PausableUpdating>("mon 9:00 asked; 9:10");
        desk.Host.Channel.AnswerWith(SendResult.PermanentFailure("full"));
        await desk.TellAsync("9:30 asked-back; 11:00 wrote; 11:15");
        Assert.That(
            await UpdatesAsync(desk),
            Is.EqualTo("1 due 9:20 failed; 1.2 due 11:10 sent"),
            "Ten minutes were used before the pause, and ten come after it."
        );
    }

    [Test]
    public async Task The_next_keeps_to_the_hours()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<OfficeUpdating>("mon 15:30 asked; 16:00");
        desk.Host.Channel.AnswerWith(SendResult.PermanentFailure("full"));
        await desk.TellAsync("tue 10:00");
        Assert.That(await UpdatesAsync(desk), Is.EqualTo("1 due 16:30 failed; 1.2 due 9:30 sent"));
    }

    [Test]
    public async Task One_that_an_operator_discards_is_followed_by_the_next()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Updating>("mon 9:00 asked");
        ITouchpointSwitches switches = desk.Host.Services.GetRequiredService<ITouchpointSwitches>();
        Task pausing = switches.PauseAsync(SwitchScope.All, "maintenance", "kim");
        await desk.TellAsync("9:50");
        await pausing;
        Task resuming = switches.DiscardAsync(SwitchScope.All, "too late", "kim");
        await desk.TellAsync("9:50:01");
        await resuming;
        resuming = switches.ResumeAsync(SwitchScope.All, "done", "kim");
        await desk.TellAsync("10:05");
        await resuming;
        Assert.That(
            await UpdatesAsync(desk),
            Is.EqualTo("1 due 9:20 skipped; 1.2 due 10:00 sent"),
            "While it was held, nothing was added to it."
        );
    }

    [Test]
    public async Task One_whose_customer_had_no_address_is_followed_when_there_is_one()
    {
        await using DeskWalk desk = await DeskWalk.StartAsync<Updating>();
        desk.Host.Directory.Describe(new Customer { Id = "ana" });
        await desk.TellAsync("mon 9:00 asked; 9:30");
        desk.Host.Directory.Describe(
            new Customer
            {
                Id = "ana",
                Addresses = new Dictionary<Channel, string> { [Channel.Email] = "ana@shop.example" },
            }
        );
        await desk.TellAsync("9:50");
        Assert.That(await UpdatesAsync(desk), Is.EqualTo("1 due 9:20 skipped; 1.2 due 9:40 sent"));
    }

    [Test]
    public async Task A_condition_that_held_back_one_is_asked_again_for_the_next()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<UpdatingInWork>("mon 9:00 asked; 9:30 taken; 9:50");
        Assert.That(await UpdatesAsync(desk), Is.EqualTo("1.2 due 9:40 sent"));
    }

    [Test]
    public async Task A_host_that_has_slept_for_days_says_where_things_stand_as_soon_as_it_wakes()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Updating>("mon 9:00 asked");
        desk.SleepUntil("3.08:05");
        await desk.TellAsync("thu 8:06");
        Assert.That(await UpdatesAsync(desk), Is.EqualTo("1 due 8:00 sent"));
        Assert.That(await desk.SayAsync("status-update"), Does.EndWith("breached mon 9:21"));
    }

    private static async Task<string> UpdatesAsync(DeskWalk desk) =>
        string.Join(
            "; ",
            (await desk.Host.Store().ReadTouchpointsAsync(DeskWalk.Id, default)).Select(row =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{row.Id.Occurrence} due {row.DueAt:H:mm} {row.Status.ToString().ToLowerInvariant()}"
                )
            )
        );

    private sealed class Updating : Desk
    {
        protected override void Targets(LifecycleBuilder desk) =>
            desk.StatusUpdate().Every(TimeSpan.FromMinutes(20)).Send("question-status");
    }

    private sealed class PausableUpdating : Desk
    {
        protected override void Targets(LifecycleBuilder desk) =>
            desk.PausableUpdate().Every(TimeSpan.FromMinutes(20)).Send("question-status");
    }

    private sealed class UpdatingInWork : Desk
    {
        protected override void Targets(LifecycleBuilder desk) =>
            desk.StatusUpdate()
                .Every(TimeSpan.FromMinutes(20))
                .Send("question-status")
                .When("it is worked on", situation => situation.State == InWork.Name);
    }

    private sealed class OfficeUpdating : Desk
    {
        private static readonly BusinessCalendar Office = BusinessCalendar.In("Etc/UTC").OpenWeekdays(new(9, 0), new(17, 0)).Build();

        protected override void Targets(LifecycleBuilder desk) =>
            desk.StatusUpdate().Every(TimeSpan.FromHours(1), Office).Send("question-status");
    }
}
