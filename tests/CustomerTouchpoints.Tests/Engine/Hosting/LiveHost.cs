using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Tests.Engine.Hosting;

/// <summary>A host whose workers run by the real clock, on a store in memory.</summary>
internal sealed class LiveHost : IAsyncDisposable
{
    private readonly string templates = Directory.CreateTempSubdirectory("touchpoints-templates-").FullName;

    private LiveHost(Lifecycle lifecycle, Action<TouchpointsBuilder> configure)
    {
        foreach (string template in lifecycle.Draft().Rules.Select(rule => rule.Template!).Distinct())
        {
            File.WriteAllText(Path.Combine(templates, $"{template}.md"), $"---\nsubject: {template}\n---\nThis is {template}.\n");
        }

        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(Log);
        builder.Services.AddCustomerTouchpoints(touchpoints =>
        {
            touchpoints.AddTemplates(templates).UseInMemoryStore().UseCustomers(Customers);
            foreach (Channel channel in (Channel[])[Channel.Email, Channel.Sms])
            {
                touchpoints.AddChannel(channel, _ => Sent);
            }

            configure(touchpoints);
        });
        Built = builder.Build();
    }

    public CollectingLog Log { get; } = new();

    public RecordingChannel Sent { get; } = new();

    public StubDirectory Customers { get; } = new(Channel.Email, Channel.Sms);

    public IHost Built { get; }

    public ICustomerTouchpoints Touchpoints => Built.Services.GetRequiredService<ICustomerTouchpoints>();

    public static LiveHost Make<TLifecycle>(Action<TouchpointsBuilder>? configure = null)
        where TLifecycle : Lifecycle, new() =>
        new(
            new TLifecycle(),
            touchpoints =>
            {
                touchpoints.AddLifecycle<TLifecycle>();
                configure?.Invoke(touchpoints);
            }
        );

    public static async Task<LiveHost> StartAsync<TLifecycle>(Action<TouchpointsBuilder>? configure = null)
        where TLifecycle : Lifecycle, new()
    {
        LiveHost host = Make<TLifecycle>(configure);
        await host.Built.StartAsync();
        return host;
    }

    public Task<HealthCheckResult> HealthAsync() =>
        ActivatorUtilities.CreateInstance<TouchpointsHealthCheck>(Built.Services).CheckHealthAsync(new HealthCheckContext());

    /// <summary>Waits until something holds, a good while at the most.</summary>
    public static async Task UntilAsync(Func<bool> holds, string what, double seconds = 15)
    {
        var began = System.Diagnostics.Stopwatch.StartNew();
        while (!holds())
        {
            Assert.That(began.Elapsed.TotalSeconds, Is.LessThan(seconds), what);
            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)Built).DisposeAsync();
        Directory.Delete(templates, recursive: true);
        Log.Dispose();
    }
}
