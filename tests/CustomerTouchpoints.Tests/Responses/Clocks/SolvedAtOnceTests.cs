using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CustomerTouchpoints.Tests.Responses.Clocks;

/// <summary>A matter that is solved when it opens has no clock until it is reopened, and the time before that never counts.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SolvedAtOnceTests : IAsyncDisposable
{
    private readonly InMemoryTouchpointStore store = new();

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [TestCase("mon 9:00 sorted; 11:00", "none")]
    [TestCase("mon 9:00 sorted; 11:00 reopened; 12:00 solved", "met 1:00")]
    [TestCase("mon 9:00 sorted; 11:00 reopened; 12:00 solved; 14:00 reopened; 14:30 solved", "met 1:30")]
    [TestCase("mon 9:00 sorted; 11:30 reopened at=11:00; 12:00 solved", "met 1:00", Description = "the reopening was reported late")]
    [TestCase(
        "mon 9:00 sorted; 9:30 said; 10:00 prioritised priority=high; 11:00 reopened; 12:00 solved",
        "met 1:00",
        Description = "what happens while it is solved begins nothing"
    )]
    [TestCase("mon 9:00 sorted; 11:00 reopened; 14:00", "running 0:00, breached mon 13:00")]
    public async Task It_counts_from_the_reopening(string story, string said)
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Resuming>(story);
        Assert.That(await desk.SayAsync("resolution"), Is.EqualTo(said));
    }

    [TestCase("mon 8:30 reopened at=8:00; 9:00 sorted; 10:00 solved", "met 1:00", Description = "it had waited for the journey to open")]
    [TestCase("mon 9:00 sorted; 9:30 reopened at=8:00; 10:00 solved", "met 1:00")]
    [TestCase(
        "mon 9:00 asked; 10:00 solved; 11:00 reopened at=9:30; 11:30 solved",
        "missed 2:30, breached mon 11:00",
        Description = "reopened at once, and known to be only an hour later"
    )]
    public async Task What_reopens_it_and_occurred_before_it_was_solved_reopens_it_at_once(string story, string said)
    {
        await using DeskWalk resuming = await DeskWalk.OfAsync<Resuming>(story);
        Assert.That(await resuming.SayAsync("resolution"), Is.EqualTo(said));
        Assert.That(await resuming.SayAsync("requester-wait"), Is.EqualTo(said));
    }

    [TestCase("mon 8:30 reopened at=8:00; 9:00 sorted; 10:00 solved", "met 1:00")]
    [TestCase("mon 9:00 asked; 10:00 solved; 11:00 reopened at=9:30; 11:30 solved", "met 1:30")]
    public async Task Also_where_it_is_asked_anew(string story, string said)
    {
        await using DeskWalk restarting = await DeskWalk.OfAsync<Restarting>(story);
        Assert.That(await restarting.SayAsync("resolution"), Is.EqualTo(said));
        Assert.That(await restarting.SayAsync("requester-wait"), Is.EqualTo(said));
        Assert.That(await restarting.SayAsync("first-answer"), Is.EqualTo(said.Replace("met", "withdrawn", StringComparison.Ordinal)));
    }

    [Test]
    public async Task What_moves_it_and_occurred_before_it_opened_moves_it_at_once()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<Resuming>("mon 8:30 wrote at=8:00; 9:00 called; 10:00 solved");
        Assert.That(await desk.SayAsync("requester-wait"), Is.EqualTo("met 1:00"));
    }

    [TestCase("mon 9:00 sorted; 10:00", "met 1:00", Description = "it has no clock before")]
    [TestCase("mon 8:00 asked; 9:00 sorted; 10:00", "met 2:00", Description = "it goes on from an hour")]
    [TestCase("mon 6:00 asked; 6:30 sorted; 7:00 reopened; 7:30 sorted; 10:00", "met 2:00", Description = "it was reopened before")]
    public async Task A_new_version_in_which_its_state_is_open_reopens_it_when_it_starts(string story, string said)
    {
        await using (DeskWalk before = await StartAsync<DoneIsSolved>(hour: 0))
        {
            await before.TellAsync(story);
        }

        await using DeskWalk after = await StartAsync<DoneIsOpen>(hour: 11);
        await after.TellAsync("mon 11:01; 12:00 confirmed");
        Assert.That(await after.SayAsync("resolution"), Is.EqualTo(said));
    }

    private Task<DeskWalk> StartAsync<TDesk>(int hour)
        where TDesk : Lifecycle, new() =>
        DeskWalk.StartAsync<TDesk>(
            touchpoints => touchpoints.Services.Replace(ServiceDescriptor.Singleton<ITouchpointStore>(_ => store)),
            new DateTimeOffset(2026, 1, 5, hour, 0, 0, TimeSpan.Zero)
        );

    private abstract class Solving(Reopening reopening) : Desk
    {
        protected override void Targets(LifecycleBuilder desk)
        {
            desk.OpensWith("sorted").GoTo(Solved);
            desk.OpensWith("called").GoTo(WithCustomer);
            desk.Resolution().Within(TimeSpan.FromHours(2)).WhenReopened(reopening);
            desk.RequesterWait().Within(TimeSpan.FromHours(2)).WhenReopened(reopening);
            desk.Answer().Within(TimeSpan.FromHours(2)).WhenReopened(reopening);
        }
    }

    private sealed class Resuming() : Solving(Reopening.Resume);

    private sealed class Restarting() : Solving(Reopening.Restart);

    private abstract class Sorting(StateKind doneIs, int version) : Lifecycle("question", version)
    {
        private static readonly State Received = new("received");
        private static readonly State Confirmed = new("confirmed", kind: StateKind.Solved);
        private readonly State done = new("done", kind: doneIs);

        protected override void Define(LifecycleBuilder question)
        {
            question.Parties("asker", "lead");
            question.OpensWith("asked").GoTo(Received);
            question.OpensWith("sorted").GoTo(done);
            question.While(Received).On("sorted").GoTo(done);
            question.While(done).On("reopened").GoTo(Received);
            question.While(done).On("confirmed").GoTo(Confirmed);
            question.Resolution().Within(TimeSpan.FromHours(2));
        }
    }

    private sealed class DoneIsSolved() : Sorting(StateKind.Solved, version: 1);

    private sealed class DoneIsOpen() : Sorting(StateKind.Open, version: 2);
}
