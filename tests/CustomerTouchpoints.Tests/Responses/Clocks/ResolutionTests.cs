using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Tests.Responses.Clocks;

/// <summary>Resolution: from when the customer asked to when the matter is solved.</summary>
public sealed class ResolutionTests
{
    private static readonly BusinessCalendar Hours = BusinessCalendar
        .In("Etc/UTC")
        .OpenWeekdays(new(9, 0), new(17, 0))
        .Break(new(12, 0), new(13, 0))
        .Build();

    [TestCase("mon 9:00 asked; 10:30 solved", "met 1:30")]
    [TestCase("mon 9:00 asked; 11:00 solved", "met 2:00", Description = "at the very deadline")]
    [TestCase("mon 9:00 asked; 11:01 solved", "missed 2:01, breached mon 11:00")]
    [TestCase("mon 9:00 asked; 12:00", "running 0:00, breached mon 11:00")]
    [TestCase(
        "mon 9:00 asked; 9:30 asked-back; 10:00 wrote; 10:30 solved",
        "met 1:30",
        Description = "waiting for the customer counts, unless the target says otherwise"
    )]
    [TestCase("mon 9:30 asked at=9:00; 10:00 solved", "met 1:00", Description = "the fact was reported late")]
    [TestCase(
        "mon 9:00 asked; 12:00 solved at=10:00",
        "met 1:00",
        Description = "solved in time, and reported after the breach was noticed"
    )]
    public async Task Resolution_is_the_time_from_asked_to_solved(string story, string said)
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<TwoHours>(story);
        Assert.That(await desk.SayAsync("resolution"), Is.EqualTo(said));
    }

    [TestCase("mon 11:00 asked; 14:30 solved", "met 2:30", Description = "without the lunch break")]
    [TestCase("fri 16:00 asked; mon 10:00 solved", "met 2:00", Description = "without night and weekend")]
    [TestCase("fri 16:00 asked; mon 12:30 solved", "met 4:00", Description = "at the very end of the hours")]
    [TestCase("fri 16:00 asked; mon 13:30 solved", "missed 4:30, breached mon 12:00")]
    public async Task A_calendar_says_which_time_counts(string story, string said)
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<FourBusinessHours>(story);
        Assert.That(await desk.SayAsync("resolution"), Is.EqualTo(said));
    }

    [TestCase("mon 9:00 asked; 10:00 solved; 15:00 reopened; 15:30 solved", "met 1:30")]
    [TestCase("mon 9:00 asked; 10:00 solved; 15:00 reopened; 17:00", "running 1:00, breached mon 16:00")]
    public async Task After_a_reopening_it_goes_on_and_closed_time_does_not_count(string story, string said)
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<TwoHours>(story);
        Assert.That(await desk.SayAsync("resolution"), Is.EqualTo(said));
    }

    [Test]
    public async Task What_has_ended_for_good_leaves_the_journey_and_stays_readable()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<TwoHours>("mon 9:00 asked; 10:00 solved; 11:00 closed");
        JourneyRow journey = (await desk.Host.Store().ReadJourneysAsync([DeskWalk.Id], default)).Single();
        Assert.That(JourneyRows.ToSnapshot(journey).Clocks.All, Is.Empty);
        ClockView[] clocks = [.. await desk.Host.Touchpoints.ClocksAsync(new ClockQuery { Journey = DeskWalk.Id }).ToListAsync()];
        Assert.That(
            clocks.Select(clock => (clock.Id.ToString(), clock.Metric, clock.Status)),
            Is.EqualTo(new[] { ("question/7~resolution~1", ResponseMetric.Resolution, ClockStatus.Met) })
        );
    }

    [Test]
    public async Task The_ledger_tells_each_segment_with_its_reason()
    {
        await using DeskWalk desk = await DeskWalk.OfAsync<FourBusinessHours>("mon 9:00 asked; 10:00 solved; 13:30 reopened; 14:00 solved");
        string? words = await desk.Host.Touchpoints.ExplainAsync(new ClockId(DeskWalk.Id, "resolution"));
        string target = $"target 1 of version 1, calendar {Hours}";
        Assert.That(
            words,
            Is.EqualTo(
                $"""
                question/7~resolution~1: met, 01:30:00 used of 04:00:00
                  2026-01-05 09:00:00Z  running until 2026-01-05 10:00:00Z, 01:00:00 used: asked ({target})
                  2026-01-05 10:00:00Z  met: solved in solved
                  2026-01-05 13:30:00Z  running until 2026-01-05 14:00:00Z, 00:30:00 used: reopened ({target})
                  2026-01-05 14:00:00Z  met: solved in solved

                """
            )
        );
    }

    private sealed class TwoHours : Desk
    {
        protected override void Targets(LifecycleBuilder desk) => desk.Resolution().Within(TimeSpan.FromHours(2));
    }

    private sealed class FourBusinessHours : Desk
    {
        protected override void Targets(LifecycleBuilder desk) => desk.Resolution().Within(TimeSpan.FromHours(4), Hours);
    }
}
