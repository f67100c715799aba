using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Lifecycles.Validation;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Sqlite.Tests.Engine;

/// <summary>A file that one version of a lifecycle has written, and the next carries on.</summary>
public sealed class VersionTests
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

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
            timeline.Touchpoints.Single(touchpoint => touchpoint.Id.Rule == "crate-weight").Reason,
            Is.EqualTo("the lifecycle no longer has its rule")
        );

        // A rule that is new in the state counts from when the journey moved on.
        await second.AdvanceAsync(TimeSpan.FromDays(2));
        second.Sent.ShouldBe("crate-on-its-way");
    }

    [Test]
    public async Task A_start_that_would_strand_journeys_is_refused_with_states_and_counts()
    {
        using var folder = new StoreFolder();
        await FillAsync(folder);
        InvalidSetupException refused = Assert.ThrowsAsync<InvalidSetupException>(() => StartAsync<CrateLifecycle.Forgetful>(folder))!;
        Assert.That(
            refused.Faults.Select(fault => fault.ToString()),
            Is.EqualTo([
                "crate: version 2: 2 journeys of version 1 are in packed, which is no more. Say where they go on with "
                    + "FromVersion(1).State(\"packed\", becomes: ...), or register version 1 beside this one.",
                "crate: version 2: 1 journeys of version 1 are in weighed, which is no more. Say where they go on with "
                    + "FromVersion(1).State(\"weighed\", becomes: ...), or register version 1 beside this one.",
            ])
        );

        // Nothing has changed: version 1 still starts.
        await using TouchpointsTestHost first = await StartAsync<CrateLifecycle.First>(folder);
    }

    [Test]
    public async Task The_dry_run_says_what_moves_where_and_what_will_be_skipped()
    {
        using var folder = new StoreFolder();
        await FillAsync(folder);
        await using (ServiceProvider services = Composed<CrateLifecycle.Second>(folder))
        {
            UpgradeReport report = await services.GetRequiredService<TouchpointsEngine>().PlanUpgradeAsync();
            Assert.That(report.Strands, Is.False);
            Assert.That(
                report.ToString().ReplaceLineEndings("\n"),
                Is.EqualTo(
                    """
                    crate 1 → 2: not opened → not opened: 1 journeys
                    crate 1 → 2: packed → boxed: 2 journeys
                    crate 1 → 2: weighed → shipped: 1 journeys
                    crate 1 → 2: rule crate-weight is no more: 1 messages that wait will be skipped

                    """
                )
            );
        }

        await using (TouchpointsTestHost first = await StartAsync<CrateLifecycle.First>(folder))
        {
            Assert.That(await JourneyAsync(first), Is.EqualTo((1, "packed")), "A dry run changes nothing.");
        }

        await using TouchpointsTestHost second = await StartAsync<CrateLifecycle.Second>(folder);
        Assert.That(
            (await second.Services.GetRequiredService<TouchpointsEngine>().PlanUpgradeAsync()).ToString(),
            Is.EqualTo("no journey changes its version")
        );
        Assert.That(
            (await SwitchesOf(second).HistoryAsync()).Select(operation => $"{operation.Subject} {operation.Outcome}"),
            Is.EqualTo(["crate version 1 Retired", "crate version 2 Adopted", "crate version 1 Adopted"])
        );
    }

    [Test]
    public async Task Another_definition_under_the_same_number_is_refused_with_what_differs()
    {
        using var folder = new StoreFolder();
        await FillAsync(folder);
        InvalidSetupException refused = Assert.ThrowsAsync<InvalidSetupException>(() => StartAsync<CrateLifecycle.Disguised>(folder))!;
        Assert.That(
            refused.Message,
            Does.Contain("crate: version 1: it is not the version 1 that the store has carried")
                .And.Contains("no more: state packed, open")
                .And.Contains("new: in held after 20.00:00:00: to lost")
                .And.Contains("make it version 2")
        );
    }

    [Test]
    public async Task In_development_another_definition_under_the_same_number_is_adopted()
    {
        using var folder = new StoreFolder();
        await (await StartAsync<CrateLifecycle.First>(folder)).DisposeAsync();
        await using (
            TouchpointsTestHost developer = await StartAsync<CrateLifecycle.Disguised>(
                folder,
                configure: touchpoints => touchpoints.Services.AddSingleton<IHostEnvironment>(new Developing())
            )
        ) { }

        await using TouchpointsTestHost next = await StartAsync<CrateLifecycle.Disguised>(folder);
    }

    [Test]
    public async Task A_version_older_than_the_store_has_carried_is_refused()
    {
        using var folder = new StoreFolder();
        await (await StartAsync<CrateLifecycle.Second>(folder)).DisposeAsync();
        InvalidSetupException refused = Assert.ThrowsAsync<InvalidSetupException>(() => StartAsync<CrateLifecycle.First>(folder))!;
        Assert.That(refused.Message, Does.Contain("crate: version 1: the store has carried version 2 of it. Register version 2 again"));
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

    /// <summary>Two crates packed, one weighed, one not opened and one lost.</summary>
    private static async Task FillAsync(StoreFolder folder)
    {
        await using TouchpointsTestHost first = await StartAsync<CrateLifecycle.First>(folder);
        await first.RaiseAsync(Fact("packed", "1", customer: "ana"));
        await first.RaiseAsync(Fact("packed", "1", "crate/8", "bob"));
        await first.RaiseAsync(Fact("packed", "1", "crate/9", "cleo"));
        await first.RaiseAsync(Fact("weighed", "2", "crate/9"));
        await first.RaiseAsync(Fact("shipped", "2", "crate/10"));
        await first.RaiseAsync(Fact("packed", "1", "crate/11", "dora"));
        await first.RaiseAsync(Fact("lost", "2", "crate/11"));
    }

    private static IncomingEvent Fact(string name, string id, string crate = "crate/7", string? customer = null) =>
        new()
        {
            Journey = crate,
            Name = name,
            Id = id,
            Customer = customer is null ? default(CustomerId?) : new CustomerId(customer),
        };

    private static async Task<(int Version, string? State)> JourneyAsync(TouchpointsTestHost host, string crate = "crate/7")
    {
        JourneyRow row = (await host.Services.GetRequiredService<ITouchpointStore>().ReadJourneysAsync([crate], default)).Single();
        return (row.Version, row.State);
    }

    private static Task<TouchpointsTestHost> StartAsync<TLifecycle>(
        StoreFolder folder,
        DateTimeOffset? startAt = null,
        Action<TouchpointsBuilder>? configure = null
    )
        where TLifecycle : Lifecycle, new() =>
        TouchpointsTestHost.StartAsync<TLifecycle>(
            touchpoints =>
            {
                touchpoints.UseSqlite($"Data Source={folder.Database}");
                configure?.Invoke(touchpoints);
            },
            startAt ?? Monday
        );

    /// <summary>A host that has not started.</summary>
    private static ServiceProvider Composed<TLifecycle>(StoreFolder folder)
        where TLifecycle : Lifecycle, new() =>
        new ServiceCollection()
            .AddCustomerTouchpoints(touchpoints =>
                touchpoints
                    .AddLifecycle<TLifecycle>()
                    .AddTemplates(TemplatesIn(folder))
                    .UseSqlite($"Data Source={folder.Database}")
                    .UseCustomers(new StubDirectory("email"))
                    .AddChannel("email", _ => new RecordingChannel())
            )
            .BuildServiceProvider();

    private static string TemplatesIn(StoreFolder folder)
    {
        string templates = Directory.CreateDirectory(Path.Combine(folder.Path, "templates")).FullName;
        foreach (
            string name in (string[])
                ["crate-packed", "crate-tips", "crate-shipped", "crate-delivered", "crate-lost", "crate-still-waits", "crate-on-its-way"]
        )
        {
            File.WriteAllText(Path.Combine(templates, $"{name}.md"), $"---\nsubject: {name}\n---\n{name}\n");
        }

        return templates;
    }

    private static ITouchpointSwitches SwitchesOf(TouchpointsTestHost host) => host.Services.GetRequiredService<ITouchpointSwitches>();

    private sealed class Developing : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;

        public string ApplicationName { get; set; } = "shop";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
