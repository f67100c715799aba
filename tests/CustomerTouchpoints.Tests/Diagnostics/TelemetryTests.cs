using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Diagnostics;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Diagnostics;

/// <summary>What operators see: decisions counted, work timed, stalls found, and nobody's address anywhere.</summary>
[NonParallelizable]
public sealed class TelemetryTests
{
    [Test]
    public async Task No_address_name_or_body_reaches_logs_metrics_or_traces()
    {
        string[] canaries = ["canary-address", "Canary-Name", "canary-data"];
        using var log = new CollectingLog();
        using var telemetry = new CollectingTelemetry();
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<OrderLifecycle>(touchpoints =>
            touchpoints.Services.AddSingleton<ILoggerFactory>(log).AddSingleton(typeof(ILogger<>), typeof(Logger<>))
        );
        host.Directory.Describe(
            new Customer
            {
                Id = "ana",
                Name = "Canary-Name",
                Addresses = new Dictionary<Channel, string>
                {
                    [Channel.Email] = "canary-address@shop.example",
                    [Channel.Sms] = "canary-address",
                },
            }
        );
        host.Channel.AnswerWith(SendResult.TemporaryFailure("busy"), SendResult.Uncertain("cut"));

        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana", data: """{"note":"canary-data"}"""));
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana", data: """{"note":"other canary-data"}"""));
        await host.RaiseAsync(Fact("fraud.suspected", "2"));
        await host.RaiseAsync(Fact("fraud.cleared", "3", data: """{"thorough":"canary-data"}"""));
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        string everything = string.Join('\n', log.Lines.Concat(telemetry.Lines));
        Assert.That(log.Lines, Is.Not.Empty);
        Assert.That(telemetry.Lines, Has.Some.Contains("touchpoints.decisions"));
        Assert.That(telemetry.Lines, Has.Some.Contains("touchpoints.send"));
        foreach (string canary in canaries)
        {
            Assert.That(everything, Does.Not.Contain(canary));
        }
    }

    [Test]
    public async Task Decisions_are_counted_by_lifecycle_kind_and_outcome()
    {
        using var telemetry = new CollectingTelemetry();
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));

        Assert.That(telemetry.Lines, Does.Contain("touchpoints.decisions 1 lifecycle=order kind=event outcome=Moved"));
        Assert.That(telemetry.Lines, Does.Contain("touchpoints.decisions 1 lifecycle=order kind=gate outcome=Sending"));
        Assert.That(telemetry.Lines, Does.Contain("touchpoints.decisions 1 lifecycle=order kind=outcome outcome=Sent"));
    }

    [Test]
    public async Task The_health_check_tells_by_the_age_of_the_oldest_due_item()
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(Fact("parcel.packed", "1", customer: "ana"));
        var check = ActivatorUtilities.CreateInstance<TouchpointsHealthCheck>(host.Services);

        Assert.That((await check.CheckHealthAsync(new HealthCheckContext())).Status, Is.EqualTo(HealthStatus.Healthy));
        host.Time.Advance(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(2));
        Assert.That((await check.CheckHealthAsync(new HealthCheckContext())).Status, Is.EqualTo(HealthStatus.Degraded));
        host.Time.Advance(TimeSpan.FromMinutes(20));
        HealthCheckResult stalled = await check.CheckHealthAsync(new HealthCheckContext());
        Assert.That(stalled.Status, Is.EqualTo(HealthStatus.Unhealthy));
        Assert.That(stalled.Description, Is.EqualTo("the oldest due item is 1320 s old"));

        await host.AdvanceToAsync(host.Time.GetUtcNow());
        Assert.That((await check.CheckHealthAsync(new HealthCheckContext())).Status, Is.EqualTo(HealthStatus.Healthy));
    }

    [Test]
    public async Task The_hosts_health_checks_have_ours_by_one_line()
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<OrderLifecycle>(touchpoints =>
            touchpoints.Services.AddLogging().AddHealthChecks().AddCustomerTouchpoints(tags: ["ready"])
        );
        await host.RaiseAsync(Fact("parcel.packed", "1", customer: "ana"));
        host.Time.Advance(TimeSpan.FromDays(3));

        HealthReport report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.That(report.Entries.Keys, Is.EqualTo(["touchpoints"]));
        Assert.That(report.Status, Is.EqualTo(HealthStatus.Unhealthy));
        Assert.That(report.Entries["touchpoints"].Tags, Is.EqualTo(["ready"]));
    }

    private sealed class CollectingTelemetry : IDisposable
    {
        private readonly ConcurrentQueue<string> lines = new();
        private readonly MeterListener meters = new();
        private readonly ActivityListener activities;

        public CollectingTelemetry()
        {
            meters.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == TouchpointsTelemetry.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
            meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
            meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
            meters.Start();
            activities = new ActivityListener
            {
                ShouldListenTo = source => source.Name == TouchpointsTelemetry.ActivitySourceName,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity =>
                    lines.Enqueue($"{activity.OperationName} {string.Join(' ', activity.TagObjects)} {activity.StatusDescription}"),
            };
            ActivitySource.AddActivityListener(activities);
        }

        public IReadOnlyCollection<string> Lines => lines;

        public void Dispose()
        {
            meters.Dispose();
            activities.Dispose();
        }

        private void Note(Instrument instrument, object value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            lines.Enqueue($"{instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}");
    }
}
