using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.CarriedOn;

/// <summary>
/// A database that the version before has written, in the middle of a Monday morning, is carried on as a whole. Each store runs it.
/// </summary>
public abstract class CarriedOnScene
{
    /// <summary>Today's engine on a fresh copy of the database.</summary>
    protected abstract Task<CarriedOnHost> OpenAsync();

    [Test]
    public async Task Running_clocks_warn_and_breach_at_their_instants()
    {
        await using CarriedOnHost desk = await OpenAsync();
        Assert.That((await ClockAsync(desk, "open", "first-answer")).DueAt, Is.EqualTo(CarriedOnHost.At(10, 0)));

        await desk.AtAsync(13, 1);

        Assert.That(Told(desk, "open"), Is.EqualTo(["first-answer Warning 09:45", "first-answer Breach 10:00", "resolution Breach 13:00"]));
        Assert.That((await ClockAsync(desk, "open", "first-answer")).BreachedAt, Is.EqualTo(CarriedOnHost.At(10, 0)));
        Assert.That((await ClockAsync(desk, "open", "resolution")).BreachedAt, Is.EqualTo(CarriedOnHost.At(13, 0)));
    }

    [Test]
    public async Task A_paused_clock_goes_on_from_what_it_had_used()
    {
        await using CarriedOnHost desk = await OpenAsync();
        ClockView paused = await ClockAsync(desk, "paused", "resolution");
        Assert.That(
            (paused.Status, paused.Used, paused.DueAt),
            Is.EqualTo((ClockStatus.Paused, TimeSpan.FromMinutes(20), default(DateTimeOffset?)))
        );

        await desk.AtAsync(10, 20);
        Assert.That(await desk.RaiseAsync("wrote", "paused"), Is.EqualTo(RaiseOutcome.Moved));
        Assert.That((await ClockAsync(desk, "paused", "resolution")).DueAt, Is.EqualTo(CarriedOnHost.At(14, 0)));
        await desk.AtAsync(14, 1);
        Assert.That(Told(desk, "paused"), Is.EqualTo(["resolution Breach 14:00"]));
    }

    [Test]
    public async Task A_promise_that_was_told_is_kept_or_apologised_for()
    {
        await using CarriedOnHost desk = await OpenAsync();
        PromiseView told = (await desk.Touchpoints.GetJourneyAsync("question/open"))!.OpenPromises.Single();
        Assert.That((told.Name, told.By), Is.EqualTo(("first-answer", CarriedOnHost.At(10, 0))));

        await desk.AtAsync(10, 4);
        await desk.RaiseAsync("said", "kept");
        await desk.AtAsync(10, 10);

        IReadOnlyList<PromiseCount> counts = await desk.Touchpoints.PromiseCountsAsync(new PromiseQuery());
        Assert.That(counts.Where(count => count.Status == PromiseStatus.Broken).Sum(count => count.Count), Is.EqualTo(1));
        Assert.That(counts.Where(count => count.Status == PromiseStatus.Kept).Sum(count => count.Count), Is.EqualTo(5));
        Assert.That(desk.Host.SentTo("cleo"), Is.Empty);
        OutgoingMessage sorry = desk.Host.SentTo("ana").Single();
        Assert.That(sorry.Content.Text, Does.StartWith("We are sorry: now by 2026-01-05T11:00:00Z"));
        Assert.That(
            (await desk.Touchpoints.GetJourneyAsync("question/open"))!.OpenPromises.Select(promise => promise.By),
            Is.EqualTo([CarriedOnHost.At(11, 0)])
        );
    }

    [Test]
    public async Task What_was_parked_is_applied_when_its_journey_opens()
    {
        await using CarriedOnHost desk = await OpenAsync();
        Assert.That(await desk.RaiseAsync("asked", "early", "gus"), Is.EqualTo(RaiseOutcome.Moved));
        Assert.That((await desk.Touchpoints.GetJourneyAsync("question/early"))!.State, Is.EqualTo("in-work"));
        Assert.That(await desk.RaiseAsync("taken", "early"), Is.EqualTo(RaiseOutcome.Duplicate));
    }

    [Test]
    public async Task What_a_switch_holds_leaves_once_it_is_released()
    {
        await using CarriedOnHost desk = await OpenAsync();
        ITouchpointSwitches switches = desk.Host.Services.GetRequiredService<ITouchpointSwitches>();
        Pause pause = (await switches.CurrentAsync()).Single();
        Assert.That((pause.Scope, pause.Reason, pause.By), Is.EqualTo((SwitchScope.Of(Channel.Sms), "the gateway is down", "bob")));
        await desk.AtAsync(10, 0);
        Assert.That(desk.Host.SentTo("fay"), Is.Empty);

        await desk.DrainAsync(switches.ResumeAsync(SwitchScope.Of(Channel.Sms), "it is up again", "bob"));
        await desk.AtAsync(10, 1);

        Assert.That(desk.Host.SentTo("fay").Select(message => $"{message.Touchpoint}"), Is.EqualTo(["question/work~in-work~1~asker~sms"]));
    }

    [Test]
    public async Task What_was_planned_leaves_and_timers_fire_when_they_are_due()
    {
        await using CarriedOnHost desk = await OpenAsync();
        await desk.AtAsync(10, 24);
        Assert.That(desk.Host.SentTo("fay"), Is.Empty);
        await desk.AtAsync(10, 25);
        desk.Host.SentTo("fay").ShouldBe("in-work-tips");
        await desk.AtAsync(11, 14);
        Assert.That((await desk.Touchpoints.GetJourneyAsync("question/hold"))!.State, Is.EqualTo("on-hold"));
        await desk.AtAsync(11, 15);
        Assert.That((await desk.Touchpoints.GetJourneyAsync("question/hold"))!.State, Is.EqualTo("received"));
    }

    [Test]
    public async Task What_is_unknown_is_asked_for_and_not_sent_again()
    {
        await using CarriedOnHost desk = await OpenAsync();
        await desk.AtAsync(12, 0);
        TouchpointView unknown = await desk.Touchpoints.TouchpointsAsync(Unknown).SingleAsync();
        Assert.That($"{unknown.Id}", Is.EqualTo("question/hold~on-hold~1~asker~email"));
        Assert.That(desk.Host.Channel.Lookups, Has.Count.InRange(1, 5), "The version before has asked three times.");
        Assert.That(desk.Host.SentTo("dora"), Is.Empty);

        ReviewResult answer = await desk.DrainAsync(desk.Touchpoints.ReviewAsync(unknown.Id, ReviewDecision.Sent, "she has it", "carla"));
        Assert.That((answer.Outcome, answer.Status), Is.EqualTo((ReviewOutcome.Done, TouchpointStatus.Sent)));
        Assert.That(await desk.Touchpoints.TouchpointsAsync(Unknown).CountAsync(), Is.Zero);
    }

    [Test]
    public async Task What_a_host_had_enlisted_is_taken()
    {
        await using CarriedOnHost desk = await OpenAsync();
        await desk.AtAsync(9, 31);
        Assert.That((await desk.Touchpoints.GetJourneyAsync("question/enlisted"))!.State, Is.EqualTo("received"));
        desk.Host.SentTo("hal").ShouldBe("received");
    }

    [Test]
    public async Task The_journal_is_read_with_its_words_and_repeats_are_known()
    {
        await using CarriedOnHost desk = await OpenAsync();
        IReadOnlyList<JournalEntryView> entries = (await desk.Touchpoints.TimelineAsync("emil")).Entries;
        Assert.That(entries.Select(entry => entry.Reason.ToString()), Has.All.Not.Empty);
        Assert.That(
            entries.Select(entry => (entry.Kind, entry.Outcome)),
            Is.SupersetOf([
                (JournalEntryKind.Event, JournalEntryOutcome.Moved),
                (JournalEntryKind.Gate, JournalEntryOutcome.Sending),
                (JournalEntryKind.Outcome, JournalEntryOutcome.Unknown),
                (JournalEntryKind.Lookup, JournalEntryOutcome.Unknown),
                (JournalEntryKind.Review, JournalEntryOutcome.Sent),
            ])
        );
        Assert.That(
            await desk.Touchpoints.ExplainAsync(TouchpointId.Parse("question/review~on-hold~1~asker~email")),
            Does.Contain("planned for the asker by email")
                .And.Contain("attempt 1 began, by email")
                .And.Contain("sent: known to have arrived by bob: they called and have it")
        );
        Assert.That(await desk.RaiseAsync("asked", "open", "ana"), Is.EqualTo(RaiseOutcome.Duplicate));
        int read = await desk.Touchpoints.JournalAsync().CountAsync();
        Assert.That(read, Is.GreaterThanOrEqualTo(entries.Count * 2));
    }

    [Test]
    public async Task Nothing_is_sent_twice()
    {
        await using CarriedOnHost desk = await OpenAsync();
        HashSet<TouchpointId> before = await desk
            .Touchpoints.TouchpointsAsync(new TouchpointQuery { Statuses = new HashSet<TouchpointStatus> { TouchpointStatus.Sent } })
            .Select(touchpoint => touchpoint.Id)
            .ToHashSetAsync();
        Assert.That(before, Has.Count.EqualTo(7));
        ITouchpointSwitches switches = desk.Host.Services.GetRequiredService<ITouchpointSwitches>();
        await desk.DrainAsync(switches.ResumeAsync(SwitchScope.Of(Channel.Sms), "it is up again", "bob"));
        await desk.AtAsync(23, 0);
        Assert.That(desk.Host.Channel.Attempts.Select(message => message.Touchpoint), Is.Unique);
        Assert.That(desk.Host.Channel.Attempts.Select(message => message.Touchpoint).Where(before.Contains), Is.Empty);
    }

    private static TouchpointQuery Unknown { get; } = new() { Statuses = new HashSet<TouchpointStatus> { TouchpointStatus.Unknown } };

    private static async Task<ClockView> ClockAsync(CarriedOnHost desk, string question, string clock) =>
        (await desk.Touchpoints.GetJourneyAsync(new JourneyId("question", question)))!.Clocks.Single(view => view.Clock == clock);

    private static IEnumerable<string> Told(CarriedOnHost desk, string question) =>
        desk
            .Host.Escalations.Told.Where(told => told.Clock.Journey.Key == question)
            .Select(told => FormattableString.Invariant($"{told.Clock.Clock} {told.Kind} {told.At:HH:mm}"));
}
