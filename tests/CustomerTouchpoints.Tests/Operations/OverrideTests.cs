using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;
using OrderLifecycle = CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Operations;

/// <summary>Configuration that changes while the host runs.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class OverrideTests
{
    private readonly IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection().Build();

    [Test]
    public async Task A_rule_that_is_switched_off_plans_nothing_until_it_is_on_again()
    {
        await using var host = await StartAsync();
        await SetAsync(host, "Rules:order/order-recorded:Off", "true");
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        host.Sent.ShouldBe();

        await SetAsync(host, "Rules:order/order-recorded:Off", "false");
        await host.RaiseAsync(Fact("order.placed", "1", "order/2", "bob"));
        host.Sent.ShouldBe("order-recorded");
    }

    [Test]
    public async Task What_a_rule_had_planned_before_it_was_switched_off_is_skipped()
    {
        await using var host = await StartAsync();
        await Switches(host).PauseAsync(SwitchScope.All, "wait", "ben");
        RaiseResult placed = await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await SetAsync(host, "Rules:order/order-recorded:Off", "true");
        await Switches(host).ResumeAsync(SwitchScope.All, "go", "ben");
        await host.AdvanceAsync(TimeSpan.Zero);
        host.Sent.ShouldBe();
        Assert.That(await host.Touchpoints.ExplainAsync(placed.Planned[0]), Does.Contain("Skipped, the rule is switched off"));
    }

    [Test]
    public async Task A_quiet_rule_speaks_in_its_new_rhythm()
    {
        await using var host = await StartAsync();
        await SetAsync(host, "Rules:order/order-still-preparing:After", "05:00:00");
        await host.RaiseAsync(Fact("parcel.packed", "1", customer: "ana"));
        await host.AdvanceAsync(TimeSpan.FromHours(5));
        host.Sent.ShouldBe("order-prepared", "order-still-preparing");
    }

    [Test]
    public async Task A_faulty_change_is_refused_as_a_whole_and_what_was_adopted_before_stays()
    {
        await using var host = await StartAsync();
        await SetAsync(host, "Rules:order/order-recorded:Off", "true");
        configuration["Rules:order/order-recordet:Off"] = "true";
        configuration["Channels:pigeon:HourlyBudget"] = "5";
        await SetAsync(host, "Rules:order/order-recorded:Off", "false");
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        host.Sent.ShouldBe();

        Assert.That(
            (await Switches(host).HistoryAsync(limit: 2)).Select(operation =>
                $"{operation.Subject} {operation.Outcome} by {operation.By}: {operation.Reason}"
            ),
            Is.EqualTo([
                "overrides Refused by configuration: overrides: channel:pigeon: no sender is registered for it. Name a channel that is. "
                    + "overrides: rule:order/order-recordet: there is no such rule. Name it lifecycle/rule, such as order/order-shipped.",
                "overrides Adopted by configuration: rule:order/order-recorded off",
            ])
        );
    }

    [Test]
    public async Task A_timing_is_checked_like_a_definition()
    {
        await using var host = await StartAsync();
        await SetAsync(host, "Rules:order/order-still-preparing:After", "-01:00:00");
        await SetAsync(host, "Rules:order/order-recorded:After", "01:00:00");
        Assert.That(
            (await Switches(host).HistoryAsync(limit: 2)).Select(operation => operation.Outcome),
            Is.EqualTo(["Refused", "Refused"])
        );
        Assert.That(
            (await Switches(host).HistoryAsync(limit: 2))[0].Reason,
            Does.Contain("rule:order/order-recorded: it has no span of its own").And.Contains("order: rule order-still-preparing")
        );
    }

    [Test]
    public void A_host_does_not_start_on_faulty_overrides()
    {
        configuration["Channels:email:HourlyBudget"] = "0";
        Assert.That(
            async () => await StartAsync(),
            Throws.TypeOf<InvalidSetupException>().With.Message.Contains("channel:email: its budget is 0. Set at least 1, or pause it")
        );
    }

    private async Task SetAsync(TouchpointsTestHost host, string key, string value)
    {
        configuration[key] = value;
        configuration.Reload();
        await host.AdvanceAsync(TimeSpan.Zero);
    }

    private static ITouchpointSwitches Switches(TouchpointsTestHost host) => host.Services.GetRequiredService<ITouchpointSwitches>();

    private Task<TouchpointsTestHost> StartAsync() =>
        TouchpointsTestHost.StartAsync<OrderLifecycle>(touchpoints => touchpoints.Services.Configure<OverrideOptions>(configuration));
}
