using CustomerTouchpoints.Engine.Hosting;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Engine.Hosting;

/// <summary>The host's logging is the host's: embedding the library must neither silence nor demand it.</summary>
public sealed class HostLoggingTests
{
    [Test]
    public void The_hosts_logging_works_whichever_is_added_first([Values] bool touchpointsFirst)
    {
        using var log = new CollectingLog();
        var services = new ServiceCollection();
        if (touchpointsFirst)
        {
            services.AddCustomerTouchpoints(_ => { });
            services.AddLogging(logging => logging.AddProvider(log));
        }
        else
        {
            services.AddLogging(logging => logging.AddProvider(log));
            services.AddCustomerTouchpoints(_ => { });
        }

        using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<ILogger<HostLoggingTests>>().Log(LogLevel.Warning, 1, "of the host", null, (state, _) => state);
        provider.GetRequiredService<ILogger<Writer>>().Log(LogLevel.Warning, 2, "of the library", null, (state, _) => state);

        Assert.That(log.Lines, Is.EqualTo(["Warning 1 of the host", "Warning 2 of the library"]));
    }

    [Test]
    public void A_host_without_logging_gets_none_from_us()
    {
        using ServiceProvider provider = new ServiceCollection().AddCustomerTouchpoints(_ => { }).BuildServiceProvider();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(provider.GetService<ILogger<HostLoggingTests>>(), Is.Null);
            Assert.That(provider.GetService<ILoggerFactory>(), Is.Null);
            Assert.That(provider.GetRequiredService<ILogger<TouchpointsWorker>>().IsEnabled(LogLevel.Critical), Is.False);
        }
    }

    [Test]
    public async Task What_a_running_host_decides_reaches_logging_that_was_added_after_it()
    {
        using var log = new CollectingLog();
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<OrderLifecycle>(touchpoints =>
            touchpoints.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
        );

        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));

        Assert.That(log.Lines, Has.Some.Contains("order/1"));
    }
}
