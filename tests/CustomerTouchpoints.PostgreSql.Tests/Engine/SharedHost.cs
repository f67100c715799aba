using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.PostgreSql.Host;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CustomerTouchpoints.PostgreSql.Tests.Engine;

/// <summary>One of several hosts on a schema, with its workers running by the real clock, all in this process.</summary>
internal sealed class SharedHost : IAsyncDisposable
{
    private readonly string templates = Directory.CreateTempSubdirectory("touchpoints-templates-").FullName;
    private readonly ServiceProvider services;

    private SharedHost(StoreSchema schema, IChannelSender? sender, Action<TouchpointsBuilder>? configure)
    {
        ParcelLifecycle.WriteTemplates(templates);
        services = new ServiceCollection()
            .AddCustomerTouchpoints(touchpoints =>
            {
                touchpoints
                    .AddLifecycle<ParcelLifecycle>()
                    .AddTemplates(templates)
                    .UsePostgreSql(
                        schema.Options().ConnectionString,
                        postgreSql =>
                        {
                            postgreSql.Schema = schema.Name;
                            postgreSql.Lease = TimeSpan.FromSeconds(10);
                        }
                    )
                    .UseCustomers(new StubDirectory("email"))
                    .AddChannel("email", _ => sender ?? Channel);
                configure?.Invoke(touchpoints);
            })
            .BuildServiceProvider();
    }

    public RecordingChannel Channel { get; } = new();

    public ICustomerTouchpoints Touchpoints => services.GetRequiredService<ICustomerTouchpoints>();

    public ITouchpointSwitches Switches => services.GetRequiredService<ITouchpointSwitches>();

    public ICustomerWishes Wishes => services.GetRequiredService<ICustomerWishes>();

    public ISuppressionList Suppressions => services.GetRequiredService<ISuppressionList>();

    public ICustomerIdentity Identity => services.GetRequiredService<ICustomerIdentity>();

    public TouchpointsEngine Engine => services.GetRequiredService<TouchpointsEngine>();

    public ITouchpointStore Store => services.GetRequiredService<ITouchpointStore>();

    public static async Task<SharedHost> StartAsync(
        StoreSchema schema,
        IChannelSender? sender = null,
        Action<TouchpointsBuilder>? configure = null
    )
    {
        var host = new SharedHost(schema, sender, configure);
        foreach (IHostedLifecycleService worker in host.services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
        {
            await worker.StartingAsync(default);
        }

        return host;
    }

    public Task<RaiseResult> RaiseAsync(string fact, string parcel, string customer = "ana") =>
        Touchpoints.RaiseAsync(ParcelLifecycle.Fact(fact, parcel, customer));

    public async ValueTask DisposeAsync()
    {
        foreach (IHostedLifecycleService worker in services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
        {
            await worker.StoppedAsync(default);
        }

        await services.DisposeAsync();
        Directory.Delete(templates, recursive: true);
    }
}
