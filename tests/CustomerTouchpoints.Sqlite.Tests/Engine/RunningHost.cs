using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CustomerTouchpoints.Sqlite.Tests.Engine;

/// <summary>A host on a real file with its workers running by the real clock.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly string templates = Directory.CreateTempSubdirectory("touchpoints-templates-").FullName;
    private readonly ServiceProvider services;

    private RunningHost(StoreFolder folder, Action<TouchpointsBuilder>? configure)
    {
        foreach (string name in (string[])["parcel-packed", "parcel-shipped", "parcel-delivered", "parcel-waits"])
        {
            File.WriteAllText(Path.Combine(templates, $"{name}.md"), $"---\nsubject: {name}\n---\n{name}\n");
        }

        services = new ServiceCollection()
            .AddCustomerTouchpoints(touchpoints =>
            {
                touchpoints
                    .AddLifecycle<ParcelLifecycle>()
                    .AddTemplates(templates)
                    .UseSqlite($"Data Source={folder.Database}")
                    .UseCustomers(new StubDirectory("email"))
                    .AddChannel("email", _ => Channel);
                configure?.Invoke(touchpoints);
            })
            .BuildServiceProvider();
    }

    public RecordingChannel Channel { get; } = new();

    public ICustomerTouchpoints Touchpoints => services.GetRequiredService<ICustomerTouchpoints>();

    public SqliteTouchpointStore Store => (SqliteTouchpointStore)services.GetRequiredService<ITouchpointStore>();

    public IServiceProvider Services => services;

    public static async Task<RunningHost> StartAsync(StoreFolder folder, Action<TouchpointsBuilder>? configure = null)
    {
        var host = new RunningHost(folder, configure);
        foreach (IHostedLifecycleService worker in host.services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
        {
            await worker.StartingAsync(default);
        }

        return host;
    }

    public Task<RaiseResult[]> RaiseAsync(IEnumerable<IncomingEvent> facts) =>
        Task.WhenAll(facts.Select(fact => Touchpoints.RaiseAsync(fact)));

    public async Task StopAsync()
    {
        foreach (IHostedLifecycleService worker in services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
        {
            await worker.StoppedAsync(default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await services.DisposeAsync();
        Directory.Delete(templates, recursive: true);
    }
}
