using System.Diagnostics.Metrics;
using CustomerTouchpoints.Diagnostics;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;
using OrderLifecycle = CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Engine;

/// <summary>An event whose name its lifecycle does not declare, such as a misspelt one.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class UndeclaredEventsTests : IDisposable
{
    private readonly CollectingLog log = new();

    public void Dispose() => log.Dispose();

    [Test]
    public async Task It_is_told_once_for_each_name_with_the_names_that_are_declared_the_nearest_first()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("parcel.shiped", "2"));
        await host.RaiseAsync(Fact("parcel.shiped", "3", order: "order/2"));
        await host.RaiseAsync(Fact("payment.acepted", "4"));

        string[] told = [.. log.Lines.Where(line => line.Contains(" 1230 ", StringComparison.Ordinal))];
        Assert.That(told, Has.Length.EqualTo(2));
        Assert.That(told[0], Does.StartWith("Warning 1230 The lifecycle order declares no event parcel.shiped"));
        Assert.That(told[0], Does.Contain("It declares parcel.shipped, "));
        Assert.That(told[1], Does.Contain("It declares payment.accepted, "));
    }

    [Test]
    public async Task Each_is_counted()
    {
        long count = 0;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, each) =>
            {
                if (instrument.Meter.Name == TouchpointsTelemetry.MeterName && instrument.Name == "touchpoints.events.undeclared")
                {
                    each.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => count += tags[0].Value is "order" ? value : 0);
        listener.Start();
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("parcel.shiped", "2"));
        await host.RaiseAsync(Fact("parcel.shiped", "3"));

        Assert.That(count, Is.GreaterThanOrEqualTo(2));
    }

    private Task<TouchpointsTestHost> StartAsync() =>
        TouchpointsTestHost.StartAsync<OrderLifecycle>(touchpoints =>
            touchpoints.Services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(log))
        );
}
