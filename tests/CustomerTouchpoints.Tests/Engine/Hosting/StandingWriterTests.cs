using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Engine.Hosting;

/// <summary>A guard that does not return stops everybody: that is seen, and it is said where.</summary>
[NonParallelizable]
public sealed class StandingWriterTests
{
    [TestCase("sleeps")]
    [TestCase("raises and waits")]
    public async Task A_guard_that_does_not_return_is_in_the_log_and_in_the_health_with_its_name(string how)
    {
        LiveHost? host = null;
        using var go = new ManualResetEventSlim();
        Guarded.Guard = () =>
        {
            if (how == "sleeps")
            {
                go.Wait(TimeSpan.FromMinutes(1));
            }
            else
            {
                host!.Touchpoints.RaiseAsync(Fact("order.placed", "1", "order/2", "ben")).Wait(20_000);
            }
        };
        await using (
            host = await LiveHost.StartAsync<Guarded>(touchpoints =>
                touchpoints.Configure(options => options.SendDeadline = TimeSpan.FromSeconds(1))
            )
        )
        {
            Assert.That((await host.HealthAsync()).Status, Is.EqualTo(HealthStatus.Healthy));
            _ = host.Touchpoints.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
            await LiveHost.UntilAsync(
                () => host.Log.Lines.Any(line => line.StartsWith("Error 1213", StringComparison.Ordinal)),
                "a line",
                10
            );

            HealthCheckResult health = await host.HealthAsync();
            using (Assert.EnterMultipleScope())
            {
                Assert.That(health.Status, Is.EqualTo(HealthStatus.Degraded));
                Assert.That(health.Description, Does.Match("the writer has stood still for [0-9]+ s, on order/1, in \"the desk says so\""));
                Assert.That(health.Data["writer_stands_seconds"], Is.GreaterThanOrEqualTo(3.0));
                Assert.That(host.Log.Lines, Has.One.Contains("1213").And.Some.Contains("order/1, in \"the desk says so\""));
            }

            go.Set();
        }
    }

    [Test]
    public async Task A_guard_that_is_slow_each_time_is_named()
    {
        using var never = new ManualResetEventSlim();
        Guarded.Guard = () => never.Wait(1_200);
        await using LiveHost host = await LiveHost.StartAsync<Guarded>();
        await host.Touchpoints.RaiseAsync(Fact("order.placed", "1", customer: "ana"));

        Assert.That(host.Log.Lines, Has.One.StartsWith("Warning 1214 Deciding on order/1 took 00:00:01"));
        Assert.That((await host.HealthAsync()).Description, Does.Contain("a decision took 1.2 s: order/1, in \"the desk says so\""));
        Assert.That((await host.HealthAsync()).Status, Is.EqualTo(HealthStatus.Degraded));
    }

    public sealed class Guarded() : Lifecycle("order", version: 1)
    {
        private static readonly State Placed = new("placed", says: "we have it");

        public static Action Guard { get; set; } = null!;

        protected override void Define(LifecycleBuilder order)
        {
            order.OpensWith("order.placed").GoTo(Placed);
            order
                .OnEntering(Placed)
                .Send("order-recorded")
                .When(
                    "the desk says so",
                    _ =>
                    {
                        Guard();
                        return true;
                    }
                );
        }
    }
}
