using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;
using OrderLifecycle = CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Operations;

/// <summary>An operator stops the flood, and lets it flow again.</summary>
public sealed class PauseTests
{
    [Test]
    public async Task What_comes_due_behind_a_pause_is_held_and_leaves_once_it_is_resumed()
    {
        await using var host = await StartAsync();
        Assert.That(await Switches(host).PauseAsync(SwitchScope.All, "wrong price in the template", "ben"), Is.True);
        RaiseResult placed = await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.That(placed.Outcome, Is.EqualTo(RaiseOutcome.Moved), "Facts are taken in as ever.");
        host.Sent.ShouldBe();
        Assert.That(
            await ExplainedAsync(host, placed.Planned[0]),
            Does.Contain("Held, all is paused since 2026-01-05 09:00:00Z by ben: wrong price in the template")
        );

        Assert.That(await Switches(host).ResumeAsync(SwitchScope.All, "mended", "cleo"), Is.True);
        await host.AdvanceAsync(TimeSpan.Zero);
        host.SentTo("ana").ShouldBe("order-recorded");
        Assert.That(await ExplainedAsync(host, placed.Planned[0]), Does.Contain("the switches have changed: the gate is asked anew"));
    }

    [Test]
    public async Task The_default_scope_stands_before_nothing_and_is_refused()
    {
        await using var host = await StartAsync();
        ITouchpointSwitches switches = Switches(host);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(default(SwitchScope), Is.Not.EqualTo(SwitchScope.All));
            foreach (
                Func<Task> refused in (Func<Task>[])
                    [
                        () => switches.PauseAsync(default, "a mistake", "ben"),
                        () => switches.ResumeAsync(default, "a mistake", "ben"),
                        () => switches.DiscardAsync(default, "a mistake", "ben"),
                    ]
            )
            {
                Assert.That(
                    refused,
                    Throws.ArgumentException.With.Message.Contain("Use SwitchScope.All").And.Property("ParamName").EqualTo("scope")
                );
            }

            Assert.That(await switches.CurrentAsync(), Is.Empty);
        }
    }

    [Test]
    public async Task What_became_stale_behind_a_pause_is_skipped_when_it_is_resumed()
    {
        await using var host = await StartAsync();
        await Switches(host).PauseAsync(SwitchScope.All, "a long night", "ben");
        RaiseResult placed = await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.AdvanceAsync(TimeSpan.FromDays(8));
        await Switches(host).ResumeAsync(SwitchScope.All, "morning", "ben");
        await host.AdvanceAsync(TimeSpan.Zero);

        host.Sent.ShouldBe();
        Assert.That(await ExplainedAsync(host, placed.Planned[0]), Does.Contain("Skipped, stale: due 2026-01-05 09:00:00Z"));
    }

    [Test]
    public async Task A_pause_of_one_rule_lets_the_others_go()
    {
        await using var host = await StartAsync();
        await Switches(host).PauseAsync(SwitchScope.OfRule("order", "order-recorded"), "typo", "ben");
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("order.placed", "1", "order/2", "bob"));
        await host.RaiseAsync(Fact("payment.accepted", "2", "order/2"));

        // Of order 2, the newer fact of the line tells the older one as well.
        host.Sent.ShouldBe("order-validated");
    }

    [Test]
    public async Task A_pause_of_a_channel_stops_what_would_take_it()
    {
        await using var host = await StartAsync();
        await Switches(host).PauseAsync(SwitchScope.Of("sms"), "the gateway bills twice", "ben");
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        host.Sent.ShouldBe("order-recorded");

        await Switches(host).PauseAsync(SwitchScope.Of("email"), "the gateway bills twice", "ben");
        await host.RaiseAsync(Fact("order.placed", "1", "order/2", "bob"));
        host.Sent.ShouldBe("order-recorded");
    }

    [Test]
    public async Task A_message_behind_two_pauses_waits_for_both()
    {
        await using var host = await StartAsync();
        await Switches(host).PauseAsync(SwitchScope.All, "one", "ben");
        await Switches(host).PauseAsync(SwitchScope.Of("email"), "two", "ben");
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));

        await Switches(host).ResumeAsync(SwitchScope.All, "one is over", "ben");
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        host.Sent.ShouldBe();
        Assert.That(
            await host.Services.GetRequiredService<TouchpointsEngine>().NextDueAsync(),
            Is.Null.Or.GreaterThan(host.Time.GetUtcNow()),
            "What is held is not due."
        );

        await Switches(host).ResumeAsync(SwitchScope.Of("email"), "two is over", "ben");
        await host.AdvanceAsync(TimeSpan.Zero);
        host.Sent.ShouldBe("order-recorded");
    }

    [Test]
    public async Task What_was_claimed_and_not_begun_is_given_back_and_held()
    {
        await using var host = await StartAsync();
        TouchpointsEngine engine = host.Services.GetRequiredService<TouchpointsEngine>();
        Task<RaiseResult> raising = host.Touchpoints.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await engine.StepAsync();
        RaiseResult placed = await raising;
        Assert.That(await ExplainedAsync(host, placed.Planned[0]), Does.Contain("attempt 1 began"));

        await Switches(host).PauseAsync(SwitchScope.All, "stop", "ben");
        await engine.DrainAsync();
        host.Sent.ShouldBe();
        Assert.That(await ExplainedAsync(host, placed.Planned[0]), Does.Contain("Held, all is paused"));

        await Switches(host).ResumeAsync(SwitchScope.All, "go", "ben");
        await host.AdvanceAsync(TimeSpan.Zero);
        host.Sent.ShouldBe("order-recorded");
    }

    [Test]
    public async Task A_retry_waits_behind_a_pause_as_well()
    {
        await using var host = await StartAsync();
        host.Channel.AnswerWith(Channels.SendResult.TemporaryFailure("busy"));
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await Switches(host).PauseAsync(SwitchScope.All, "stop", "ben");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        host.Sent.ShouldBe();

        await Switches(host).ResumeAsync(SwitchScope.All, "go", "ben");
        await host.AdvanceAsync(TimeSpan.Zero);
        host.Sent.ShouldBe("order-recorded");
    }

    [Test]
    public async Task Solving_withdraws_what_a_pause_held()
    {
        await using var host = await StartAsync();
        await Switches(host).PauseAsync(SwitchScope.OfRule("order", "order-recorded"), "stop", "ben");
        RaiseResult placed = await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("order.cancelled", "2"));
        Assert.That(await ExplainedAsync(host, placed.Planned[0]), Does.Contain("Withdrawn"));
    }

    [Test]
    public async Task A_switch_is_set_once_and_the_record_says_who_and_why()
    {
        await using var host = await StartAsync();
        Assert.That(await Switches(host).ResumeAsync(SwitchScope.All, "nothing to resume", "ben"), Is.False);
        await Switches(host).PauseAsync(SwitchScope.All, "first", "ben");
        Assert.That(await Switches(host).PauseAsync(SwitchScope.All, "second", "cleo"), Is.False);
        Assert.That(await Switches(host).CurrentAsync(), Is.EqualTo([new Pause(SwitchScope.All, host.Time.GetUtcNow(), "ben", "first")]));

        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        await Switches(host).ResumeAsync(SwitchScope.All, "mended", "cleo");
        Assert.That(await Switches(host).CurrentAsync(), Is.Empty);
        Assert.That(
            (await Switches(host).HistoryAsync(limit: 2)).Select(operation =>
                $"{operation.Subject} {operation.Outcome} by {operation.By}: {operation.Reason}"
            ),
            Is.EqualTo(["all Resumed by cleo: mended", "all Paused by ben: first"])
        );
    }

    [Test]
    public async Task A_pause_of_something_that_is_not_there_is_refused()
    {
        await using var host = await StartAsync();
        Assert.That(
            async () => await Switches(host).PauseAsync(SwitchScope.OfRule("order", "order-recordet"), "typo", "ben"),
            Throws.ArgumentException.With.Message.Contains("order/order-recordet")
        );
        Assert.That(
            async () => await Switches(host).PauseAsync(SwitchScope.Of("pigeon"), "fog", "ben"),
            Throws.ArgumentException.With.Message.Contains("Registered: email")
        );
        Assert.That(
            async () => await Switches(host).PauseAsync(SwitchScope.All, "", "ben"),
            Throws.ArgumentException.With.Message.Contains("a reason")
        );
        Assert.That(
            async () => await Switches(host).PauseAsync(SwitchScope.All, "stop", "threshold"),
            Throws.ArgumentException.With.Message.Contains("Say who it was")
        );
        Assert.That(await Switches(host).CurrentAsync(), Is.Empty);
    }

    [Test]
    public async Task A_pause_shows_in_the_health_check()
    {
        await using var host = await StartAsync();
        await Switches(host).PauseAsync(SwitchScope.Of("email"), "stop", "ben");
        var check = new TouchpointsHealthCheck(host.Services.GetRequiredService<TouchpointsEngine>());
        HealthCheckResult result = await check.CheckHealthAsync(new HealthCheckContext());
        Assert.That(
            (result.Status, result.Description),
            Is.EqualTo((HealthStatus.Degraded, "the oldest due item is 0 s old; paused: channel:email"))
        );
    }

    [TestCase("all")]
    [TestCase("channel:email")]
    [TestCase("rule:order/order-shipped")]
    public void A_scope_reads_what_it_wrote(string text) => Assert.That(SwitchScope.Parse(text).ToString(), Is.EqualTo(text));

    [TestCase("")]
    [TestCase("everything")]
    [TestCase("channel:Email")]
    [TestCase("rule:order")]
    [TestCase("rule:order/a/b")]
    public void What_is_no_scope_is_refused(string text) => Assert.That(() => SwitchScope.Parse(text), Throws.ArgumentException);

    private static ITouchpointSwitches Switches(TouchpointsTestHost host) => host.Services.GetRequiredService<ITouchpointSwitches>();

    private static Task<string?> ExplainedAsync(TouchpointsTestHost host, TouchpointId id) => host.Touchpoints.ExplainAsync(id);

    private static Task<TouchpointsTestHost> StartAsync() => TouchpointsTestHost.StartAsync<OrderLifecycle>();
}
