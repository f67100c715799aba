using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;
using OrderLifecycle = CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Operations;

/// <summary>Budgets, and bursts that wait for an operator.</summary>
public sealed class LimitTests
{
    private const string Rule = "order/order-recorded";

    private static readonly SwitchScope Scope = SwitchScope.OfRule("order", "order-recorded");

    [Test]
    public async Task What_goes_beyond_the_budget_of_a_channel_waits_for_the_next_hour()
    {
        await using var host = await StartAsync(options => options.Channels["email"] = new ChannelOverride { HourlyBudget = 2 });
        await PlaceAsync(host, 1, 5);
        Assert.That(host.Sent, Has.Count.EqualTo(2));
        Assert.That(
            await ExplainedAsync(host, 3),
            Does.Contain("Held, the budget is spent: channel:email at most 2 in 01:00:00").And.Contains("next look 2026-01-05 10:00:00Z")
        );

        await host.AdvanceAsync(TimeSpan.FromMinutes(59));
        Assert.That(host.Sent, Has.Count.EqualTo(2));
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.That(host.Sent, Has.Count.EqualTo(4));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.That(host.Sent, Has.Count.EqualTo(5));
    }

    [Test]
    public async Task A_budget_of_one_rule_leaves_the_others_alone()
    {
        await using var host = await StartAsync(options => options.Rules[Rule] = new RuleOverride { HourlyBudget = 1 });
        await PlaceAsync(host, 1, 2);
        await host.RaiseAsync(Fact("order.cancelled", "2", "order/1"));
        host.Sent.ShouldBe("order-recorded", "order-cancelled");
    }

    [Test]
    public async Task What_waits_for_a_budget_may_become_stale()
    {
        await using var host = await StartAsync(options => options.Rules[Rule] = new RuleOverride { HourlyBudget = 1 });
        await PlaceAsync(host, 1, 24 * 8);
        await host.AdvanceAsync(TimeSpan.FromDays(9));

        // One in each hour, until after seven days the rest is not worth telling any more.
        Assert.That(host.Sent, Has.Count.EqualTo((24 * 7) + 1));
    }

    [Test]
    public async Task A_budget_holds_across_a_restart()
    {
        await using var store = new InMemoryTouchpointStore();
        await using (var first = await StartAsync(options => options.Rules[Rule] = new RuleOverride { HourlyBudget = 2 }, store))
        {
            await PlaceAsync(first, 1, 1);
        }

        await using var second = await StartAsync(options => options.Rules[Rule] = new RuleOverride { HourlyBudget = 2 }, store);
        await PlaceAsync(second, 2, 3);
        Assert.That(second.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_burst_is_held_until_an_operator_lets_it_go()
    {
        await using var host = await StartAsync(Approving);
        await PlaceAsync(host, 1, 5);
        Assert.That(host.Sent, Has.Count.EqualTo(2));
        Assert.That(
            (await Switches(host).CurrentAsync()).Single().ToString(),
            Is.EqualTo(
                "rule:order/order-recorded is paused since 2026-01-05 09:00:00Z by threshold: rule:order/order-recorded asks for "
                    + "approval above 2 in 00:10:00"
            )
        );
        Assert.That(
            await ExplainedAsync(host, 3),
            Does.Contain("held for approval: rule:order/order-recorded asks for approval above 2 in 00:10:00")
        );
        Assert.That(await ExplainedAsync(host, 4), Does.Contain("by threshold"));
        await host.AdvanceAsync(TimeSpan.FromHours(5));
        Assert.That(host.Sent, Has.Count.EqualTo(2), "It waits for a person, not for a time.");

        await Switches(host).ResumeAsync(Scope, "that is our anniversary", "ben");
        await host.AdvanceAsync(TimeSpan.Zero);
        Assert.That(host.Sent, Has.Count.EqualTo(5));
    }

    [Test]
    public async Task What_comes_after_an_approval_is_counted_anew()
    {
        await using var host = await StartAsync(Approving);
        await PlaceAsync(host, 1, 4);
        await Switches(host).ResumeAsync(Scope, "fine", "ben");
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.That(host.Sent, Has.Count.EqualTo(4));

        await PlaceAsync(host, 5, 7);
        Assert.That(host.Sent, Has.Count.EqualTo(6));
        Assert.That(await Switches(host).CurrentAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_burst_that_is_discarded_never_leaves()
    {
        await using var host = await StartAsync(Approving);
        await PlaceAsync(host, 1, 4);
        await Switches(host).DiscardAsync(Scope, "a mistake in the feed", "ben");
        await host.AdvanceAsync(TimeSpan.FromMinutes(20));
        Assert.That(host.Sent, Has.Count.EqualTo(2));
        Assert.That(
            await ExplainedAsync(host, 3),
            Does.Contain("Skipped, rule:order/order-recorded: everything planned until 2026-01-05 09:00:00Z was discarded by an operator")
        );
        Assert.That((await Switches(host).HistoryAsync(limit: 1)).Single().Outcome, Is.EqualTo("Discarded"));

        await PlaceAsync(host, 5, 5);
        Assert.That(host.Sent, Has.Count.EqualTo(3), "What is planned afterwards goes its way.");
    }

    [Test]
    public async Task Few_messages_need_no_approval()
    {
        await using var host = await StartAsync(Approving);
        for (int order = 1; order <= 6; order += 2)
        {
            await PlaceAsync(host, order, order + 1);
            await host.AdvanceAsync(TimeSpan.FromMinutes(10));
        }

        Assert.That(host.Sent, Has.Count.EqualTo(6));
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(512)]
    public async Task However_facts_share_commits_the_same_is_held_for_the_same_reason(int batchSize)
    {
        await using var host = await StartAsync(Approving, batchSize: batchSize);
        await host.RaiseTogetherAsync([.. Enumerable.Range(1, 5).Select(order => Fact("order.placed", "1", $"order/{order}", "ana"))]);
        Assert.That(host.Sent, Has.Count.EqualTo(2));
        Assert.That(await ExplainedAsync(host, 3), Does.Contain("Held, held for approval"));
        Assert.That(await ExplainedAsync(host, 5), Does.Contain("Held, rule:order/order-recorded is paused"));
    }

    private static void Approving(OverrideOptions options) =>
        options.Rules[Rule] = new RuleOverride { ApproveAbove = 2, ApprovalWindow = TimeSpan.FromMinutes(10) };

    private static async Task PlaceAsync(TouchpointsTestHost host, int first, int last)
    {
        for (int order = first; order <= last; order++)
        {
            await host.RaiseAsync(Fact("order.placed", "1", $"order/{order}", "ana"));
        }
    }

    private static Task<string?> ExplainedAsync(TouchpointsTestHost host, int order) =>
        host.Touchpoints.ExplainAsync(TouchpointId.Parse($"order/{order}~order-recorded~1~buyer~email"));

    private static ITouchpointSwitches Switches(TouchpointsTestHost host) => host.Services.GetRequiredService<ITouchpointSwitches>();

    private static Task<TouchpointsTestHost> StartAsync(
        Action<OverrideOptions> configure,
        InMemoryTouchpointStore? store = null,
        int batchSize = 512
    ) =>
        TouchpointsTestHost.StartAsync<OrderLifecycle>(touchpoints =>
        {
            touchpoints.Override(configure).Configure(options => options.BatchSize = batchSize);
            if (store is not null)
            {
                touchpoints.Services.AddSingleton<ITouchpointStore>(store);
            }
        });
}
