using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace CustomerTouchpoints.Tests.Responses.Clocks;

/// <summary>
/// Targets and calendars that were changed without a new version of their lifecycle: refused where it runs, adopted where it is developed,
/// and then the clocks follow as they do for another version.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ChangedUnderItsNumberTests : IAsyncDisposable
{
    private static readonly BusinessCalendar Office = BusinessCalendar.In("Etc/UTC").OpenWeekdays(new(9, 0), new(17, 0)).Build();
    private static readonly BusinessCalendar Long = BusinessCalendar.In("Etc/UTC").OpenWeekdays(new(9, 0), new(20, 0)).Build();

    private readonly InMemoryTouchpointStore store = new();

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Test]
    public async Task Outside_of_development_a_changed_calendar_is_refused_and_named()
    {
        await TellAsync<OfficeHours>("mon 15:00 asked", hour: 0);
        Assert.That(
            async () => await StartAsync<LongHours>(hour: 15, "Production"),
            Throws
                .InstanceOf<InvalidSetupException>()
                .With.Message.Contains($"no more: calendar {Office}")
                .And.Message.Contains("make it version 2")
        );
    }

    [Test]
    public async Task A_changed_calendar_holds_from_the_start_of_the_host_and_history_stays()
    {
        await TellAsync<OfficeHours>("mon 15:00 asked; 18:00", hour: 0);
        await using DeskWalk after = await StartAsync<LongHours>(hour: 18);
        await after.TellAsync("mon 18:01");
        Assert.That(
            await after.DueAsync("resolution"),
            Is.EqualTo("tue 11:00"),
            "Stricter: four hours from now, and no later than it was."
        );
        await after.TellAsync("mon 19:00 solved");
        Assert.That(await after.SayAsync("resolution"), Is.EqualTo("met 3:00"));
        string words = (await after.Host.Touchpoints.ExplainAsync(new ClockId(DeskWalk.Id, "resolution")))!;
        Assert.That(words, Does.Contain($"02:00:00 used: asked (target 1 of version 1, calendar {Office})"));
        Assert.That(
            words,
            Does.Contain($"01:00:00 used: under target 1 of version 1 as it is now (target 1 of version 1, calendar {Long})")
        );
    }

    [TestCase(typeof(OfficeHoursFromStart), typeof(ShortFromStart), "mon 11:00")]
    [TestCase(typeof(OfficeHours), typeof(Short), "mon 12:00")]
    [TestCase(typeof(OfficeHoursKept), typeof(ShortKept), "mon 13:00")]
    public async Task A_changed_span_holds_as_the_target_chooses(Type before, Type after, string due)
    {
        await TellAsync(before, "mon 9:00 asked; 11:00");
        await using DeskWalk desk = await StartAsync(after, hour: 11);
        await desk.TellAsync("mon 11:00:01");
        ClockRow clock = (await desk.ClockAsync("resolution"))!;
        Assert.That($"mon {clock.DueAt:H:mm}", Is.EqualTo(due));
        Assert.That(clock.BreachedAt, before == typeof(OfficeHoursFromStart) ? Is.Not.Null : Is.Null);
    }

    [Test]
    public async Task A_target_that_keeps_its_calendar_finds_it_after_any_number_of_starts()
    {
        await TellAsync<OfficeHoursKept>("mon 15:00 asked; 16:00", hour: 0);
        await TellAsync<LongHoursKept>("mon 16:30", hour: 16);
        await using DeskWalk third = await StartAsync<LongHoursKept>(hour: 17);
        await third.TellAsync("mon 19:00 solved");
        Assert.That(await third.SayAsync("resolution"), Is.EqualTo("met 2:00"), "By the office hours that it began with.");
    }

    [Test]
    public async Task A_target_that_was_removed_takes_its_clock_with_it()
    {
        await TellAsync<OfficeHours>("mon 15:00 asked; 16:00", hour: 0);
        await using DeskWalk after = await StartAsync<NoTargets>(hour: 16);
        await after.TellAsync("wed 9:00");
        Assert.That(await after.SayAsync("resolution"), Is.EqualTo("withdrawn 1:00"));
    }

    [Test]
    public async Task A_journey_whose_clocks_are_as_they_were_is_left_as_it_was()
    {
        await TellAsync<OfficeHours>("mon 15:00 asked; 16:00", hour: 0);
        await using DeskWalk after = await StartAsync<OfficeHoursWithMore>(hour: 16);
        await after.TellAsync("mon 16:10");
        Assert.That(await after.Host.JournalOfAsync(DeskWalk.Id), Has.Count.EqualTo(1));
        Assert.That(await after.DueAsync("resolution"), Is.EqualTo("tue 11:00"));
        await after.TellAsync("tue 12:00");
        Assert.That(await after.SayAsync("resolution"), Is.EqualTo("running 0:00, breached tue 11:00"));
    }

    [Test]
    public async Task It_is_journaled_once()
    {
        await TellAsync<OfficeHours>("mon 15:00 asked; 16:00", hour: 0);
        await TellAsync<LongHours>("mon 16:10", hour: 16);
        await using DeskWalk third = await StartAsync<LongHours>(hour: 17);
        await third.TellAsync("mon 17:10");
        JournalEntry entry = (await third.Host.JournalOfAsync(DeskWalk.Id)).Single(entry => entry.Kind == JournalEntryKind.Version);
        Assert.That(
            (entry.Outcome, entry.Reason.ToString()),
            Is.EqualTo((JournalEntryOutcome.Retargeted, "version 1 has other targets or calendars by now, and the clocks follow them"))
        );
    }

    private Task TellAsync(Type lifecycle, string story) =>
        (Task)
            GetType()
                .GetMethods(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)
                .Single(method => method is { Name: nameof(TellAsync), IsGenericMethod: true })
                .MakeGenericMethod(lifecycle)
                .Invoke(this, [story, 0])!;

    private async Task TellAsync<TDesk>(string story, int hour)
        where TDesk : Lifecycle, new()
    {
        await using DeskWalk desk = await StartAsync<TDesk>(hour);
        await desk.TellAsync(story);
    }

    private Task<DeskWalk> StartAsync(Type lifecycle, int hour) =>
        (Task<DeskWalk>)
            GetType()
                .GetMethods(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)
                .Single(method => method is { Name: nameof(StartAsync), IsGenericMethod: true })
                .MakeGenericMethod(lifecycle)
                .Invoke(this, [hour, "Development"])!;

    private Task<DeskWalk> StartAsync<TDesk>(int hour, string environment = "Development")
        where TDesk : Lifecycle, new() =>
        DeskWalk.StartAsync<TDesk>(
            touchpoints =>
                touchpoints
                    .Services.Replace(ServiceDescriptor.Singleton<ITouchpointStore>(_ => store))
                    .AddSingleton<IHostEnvironment>(new InEnvironment(environment)),
            new DateTimeOffset(2026, 1, 5, hour, 0, 0, TimeSpan.Zero)
        );

    private sealed class InEnvironment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "desk";

        public string ContentRootPath { get; set; } = ".";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }

    private abstract class Resolving(TimeSpan within, BusinessCalendar calendar, Retargeting choice = Retargeting.FromNow) : Desk
    {
        protected override void Targets(LifecycleBuilder desk) => desk.Resolution().Within(within, calendar).WhenChanged(choice);
    }

    private sealed class OfficeHours() : Resolving(TimeSpan.FromHours(4), Office);

    private sealed class LongHours() : Resolving(TimeSpan.FromHours(4), Long);

    private sealed class Short() : Resolving(TimeSpan.FromHours(1), Office);

    private sealed class OfficeHoursFromStart() : Resolving(TimeSpan.FromHours(4), Office, Retargeting.FromStart);

    private sealed class ShortFromStart() : Resolving(TimeSpan.FromHours(1), Office, Retargeting.FromStart);

    private sealed class OfficeHoursKept() : Resolving(TimeSpan.FromHours(4), Office, Retargeting.Keep);

    private sealed class ShortKept() : Resolving(TimeSpan.FromHours(1), Office, Retargeting.Keep);

    private sealed class LongHoursKept() : Resolving(TimeSpan.FromHours(4), Long, Retargeting.Keep);

    private sealed class OfficeHoursWithMore : Desk
    {
        protected override void Targets(LifecycleBuilder desk)
        {
            desk.Resolution().Within(TimeSpan.FromHours(4), Office);
            desk.OnEntering(OnHold).Send("on-hold");
        }
    }

    private sealed class NoTargets : Desk
    {
        protected override void Targets(LifecycleBuilder desk) { }
    }
}
