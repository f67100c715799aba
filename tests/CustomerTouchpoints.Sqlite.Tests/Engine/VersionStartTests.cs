using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using static CustomerTouchpoints.Sqlite.Tests.Engine.Crates;

namespace CustomerTouchpoints.Sqlite.Tests.Engine;

/// <summary>What a start says of the versions that its store has carried.</summary>
public sealed class VersionStartTests
{
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

    private sealed class Developing : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;

        public string ApplicationName { get; set; } = "shop";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
