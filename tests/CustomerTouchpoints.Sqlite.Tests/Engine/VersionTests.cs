using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Sqlite.Tests.Engine.Crates;

namespace CustomerTouchpoints.Sqlite.Tests.Engine;

/// <summary>A file that one version of a lifecycle has written, and the next carries on.</summary>
public sealed class VersionTests
{
    [Test]
    public async Task Timers_go_on_with_what_they_have_counted_under_the_rules_new_key()
    {
        using var folder = new StoreFolder();
        await using (TouchpointsTestHost first = await StartAsync<CrateLifecycle.First>(folder))
        {
            await first.RaiseAsync(Fact("packed", "1", customer: "ana"));
            await first.AdvanceAsync(TimeSpan.FromDays(1.5));
            first.Sent.ShouldBe("crate-packed", "crate-waits");
        }

        await using TouchpointsTestHost second = await StartAsync<CrateLifecycle.Second>(folder, Monday.AddDays(1.5));
        await second.AdvanceAsync(TimeSpan.FromDays(3));

        // One of the three was told under the old key.
        second.Sent.ShouldBe("crate-still-waits", "crate-still-waits");
        await second.AdvanceAsync(TimeSpan.FromDays(1));
        second.Sent.ShouldBe("crate-still-waits", "crate-still-waits", "crate-tips");
        Assert.That(await JourneyAsync(second), Is.EqualTo((2, "boxed")));
    }

    [Test]
    public async Task A_rule_that_has_said_enough_does_not_begin_anew()
    {
        using var folder = new StoreFolder();
        await using (TouchpointsTestHost first = await StartAsync<CrateLifecycle.First>(folder))
        {
            await first.RaiseAsync(Fact("packed", "1", customer: "ana"));
            await first.AdvanceAsync(TimeSpan.FromDays(4));
            first.Sent.ShouldBe("crate-packed", "crate-waits", "crate-waits", "crate-waits");
        }

        await using TouchpointsTestHost second = await StartAsync<CrateLifecycle.Second>(folder, Monday.AddDays(4));
        await second.AdvanceAsync(TimeSpan.FromDays(10));
        second.Sent.ShouldBe("crate-tips");
    }

    [Test]
    public async Task A_pause_of_a_rule_holds_under_the_rules_new_key()
    {
        using var folder = new StoreFolder();
        await using (TouchpointsTestHost first = await StartAsync<CrateLifecycle.First>(folder))
        {
            await first.RaiseAsync(Fact("packed", "1", customer: "ana"));
            await SwitchesOf(first).PauseAsync(SwitchScope.OfRule("crate", "crate-waits"), "stop", "ben");
        }

        await using TouchpointsTestHost second = await StartAsync<CrateLifecycle.Second>(folder);
        await second.AdvanceAsync(TimeSpan.FromDays(1.5));
        second.Sent.ShouldBe();
        await SwitchesOf(second).ResumeAsync(SwitchScope.OfRule("crate", "crate-waits"), "go", "ben");
        await second.AdvanceAsync(TimeSpan.Zero);
        second.Sent.ShouldBe("crate-still-waits");
    }

    [Test]
    public async Task A_timed_transition_with_another_span_counts_from_when_its_state_was_entered()
    {
        using var folder = new StoreFolder();
        await using (TouchpointsTestHost first = await StartAsync<CrateLifecycle.First>(folder))
        {
            await first.RaiseAsync(Fact("packed", "1", customer: "ana"));
            await first.RaiseAsync(Fact("stopped", "2"));
            await first.AdvanceAsync(TimeSpan.FromDays(10));
        }

        await using TouchpointsTestHost second = await StartAsync<CrateLifecycle.Second>(folder, Monday.AddDays(10));
        await second.AdvanceAsync(TimeSpan.FromDays(9.9));
        second.Sent.ShouldBe();
        await second.AdvanceAsync(TimeSpan.FromDays(0.1));
        second.Sent.ShouldBe("crate-lost");
    }

    [Test]
    public async Task What_was_held_leaves_under_the_message_id_that_it_had()
    {
        using var folder = new StoreFolder();
        await using (TouchpointsTestHost first = await StartAsync<CrateLifecycle.First>(folder))
        {
            await first.RaiseAsync(Fact("packed", "1", customer: "ana"));
            await SwitchesOf(first).PauseAsync(SwitchScope.All, "stop", "ben");
            await first.AdvanceAsync(TimeSpan.FromDays(1));
        }

        await using TouchpointsTestHost second = await StartAsync<CrateLifecycle.Second>(folder, Monday.AddDays(1));
        await second.AdvanceAsync(TimeSpan.Zero);
        second.Sent.ShouldBe();
        await SwitchesOf(second).ResumeAsync(SwitchScope.All, "go", "ben");
        await second.AdvanceAsync(TimeSpan.Zero);

        // Its rule has another key and template now; what it is has not changed.
        Assert.That(second.Sent.Select(message => message.Touchpoint.ToString()), Is.EqualTo(["crate/7~crate-waits~1.1~customer~email"]));
        Assert.That(second.Sent.Single().Content.Subject, Is.EqualTo("crate-still-waits"));
    }

    [Test]
    public async Task Parked_events_wait_on_and_what_was_raised_before_is_a_duplicate()
    {
        using var folder = new StoreFolder();
        await using (TouchpointsTestHost first = await StartAsync<CrateLifecycle.First>(folder))
        {
            Assert.That((await first.RaiseAsync(Fact("shipped", "2"))).Outcome, Is.EqualTo(RaiseOutcome.Parked));
        }

        await using TouchpointsTestHost second = await StartAsync<CrateLifecycle.Second>(folder);
        Assert.That((await second.RaiseAsync(Fact("shipped", "2"))).Outcome, Is.EqualTo(RaiseOutcome.Duplicate));
        await second.RaiseAsync(Fact("packed", "1", customer: "ana"));
        Assert.That(await JourneyAsync(second), Is.EqualTo((2, "shipped")));
        second.Sent.ShouldBe("crate-packed", "crate-shipped");
    }

    [Test]
    public async Task The_line_goes_on_from_the_step_that_the_journey_had_reached()
    {
        using var folder = new StoreFolder();
        await using (TouchpointsTestHost first = await StartAsync<CrateLifecycle.First>(folder))
        {
            await first.RaiseAsync(Fact("packed", "1", customer: "ana"));
            await first.RaiseAsync(Fact("weighed", "2"));
            await first.RaiseAsync(Fact("stopped", "3"));
        }

        // Weighed has become shipped: that step was reached, though the journey is off the line.
        await using TouchpointsTestHost second = await StartAsync<CrateLifecycle.Second>(folder);
        Assert.That((await second.RaiseAsync(Fact("shipped", "4"))).Outcome, Is.EqualTo(RaiseOutcome.NoEffect));
        Assert.That((await second.RaiseAsync(Fact("delivered", "5"))).Outcome, Is.EqualTo(RaiseOutcome.Moved));
        second.Sent.ShouldBe("crate-delivered");
    }

    [Test]
    public async Task Moving_on_tells_nobody_anything_and_is_journaled()
    {
        using var folder = new StoreFolder();
        await using (TouchpointsTestHost first = await StartAsync<CrateLifecycle.First>(folder))
        {
            await first.RaiseAsync(Fact("packed", "1", customer: "ana"));
            await first.RaiseAsync(Fact("weighed", "2"));
        }

        await using TouchpointsTestHost second = await StartAsync<CrateLifecycle.Second>(folder);
        await second.AdvanceAsync(TimeSpan.FromDays(5));
        second.Sent.ShouldBe();
        Timeline timeline = await second.Touchpoints.TimelineAsync("ana");
        Assert.That(
            timeline
                .Entries.Where(entry => entry.Kind == JournalEntryKind.Version)
                .Select(entry => $"{entry.Name} {entry.Outcome}: {entry.Reason}"),
            Is.EqualTo(["version 2 Upgraded: version 1 is no longer registered; it goes on under version 2: weighed → shipped"])
        );
        Assert.That(
            timeline.Touchpoints.Single(touchpoint => touchpoint.Id.Rule == "crate-weight").Reason.ToString(),
            Is.EqualTo("the lifecycle no longer has its rule")
        );

        // A rule that is new in the state counts from when the journey moved on.
        await second.AdvanceAsync(TimeSpan.FromDays(2));
        second.Sent.ShouldBe("crate-on-its-way");
    }

    [Test]
    public async Task A_journey_stays_on_its_version_while_that_is_registered()
    {
        using var folder = new StoreFolder();
        await using (TouchpointsTestHost first = await StartAsync<CrateLifecycle.First>(folder))
        {
            await first.RaiseAsync(Fact("packed", "1", customer: "ana"));
        }

        await using (
            TouchpointsTestHost both = await StartAsync<CrateLifecycle.First>(
                folder,
                configure: touchpoints => touchpoints.AddLifecycle<CrateLifecycle.Second>().AddTemplates(TemplatesIn(folder))
            )
        )
        {
            await both.RaiseAsync(Fact("packed", "1", "crate/8", "bob"));
            Assert.That((await JourneyAsync(both), await JourneyAsync(both, "crate/8")), Is.EqualTo(((1, "packed"), (2, "boxed"))));
            await both.RaiseAsync(Fact("weighed", "2"));
            Assert.That(await JourneyAsync(both), Is.EqualTo((1, "weighed")));
        }

        await using TouchpointsTestHost second = await StartAsync<CrateLifecycle.Second>(folder);
        await second.AdvanceAsync(TimeSpan.Zero);
        Assert.That((await JourneyAsync(second), await JourneyAsync(second, "crate/8")), Is.EqualTo(((2, "shipped"), (2, "boxed"))));
    }
}
