using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Simulation.Faults;
using CustomerTouchpoints.Simulation.Generating;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Simulation.Hosting;

/// <summary>Composes hosts as a user would: the production services, with the ports answered by the world.</summary>
internal sealed class HostFactory(World world, long seed, Lifecycle lifecycle)
{
    /// <summary>Templates do not change and are read once for all worlds.</summary>
    private static readonly ServiceProvider Shared = ReadTemplates();

    private readonly LifecycleRegistry lifecycles = new([lifecycle]);

    public LifecycleDefinition Definition => lifecycles.All.First();

    public ServiceProvider ServicesFor(SimulatedHost host)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(host.Time);
        services.AddSingleton(lifecycles);
        services.AddSingleton(Shared.GetRequiredService<TemplateCatalog>());
        services.AddSingleton(Shared.GetRequiredService<MessageComposer>());
        services.AddSingleton<ITouchpointStore>(new SimulatedStore(world, host, world.Ground.StoreFor(host)));
        services.AddCustomerTouchpoints(touchpoints =>
        {
            touchpoints.AddCustomers(new SimulatedDirectory(world, host)).Configure(options =>
            {
                options.RunWorkers = false;
                options.SendDeadline = SimulatedHost.SendDeadline;
                options.Seed = (int)seed;
            });
            var sender = new SimulatedSender(world, host);
            foreach (Channel channel in People.Channels)
            {
                touchpoints.AddChannel(channel, _ => sender, slots: 2);
            }
        });
        return services.BuildServiceProvider();
    }

    private static ServiceProvider ReadTemplates()
    {
        string folder = Directory.CreateTempSubdirectory("touchpoints-simulation-").FullName;
        for (int i = 0; i < RandomLifecycle.Templates; i++)
        {
            // The last one needs a value that not every journey brings: its messages may go to review.
            string needs = i == RandomLifecycle.Templates - 1 ? "requires: [n]\nsample:\n  n: 1\n" : "";
            File.WriteAllText(Path.Combine(folder, $"t{i}.md"), $"---\nsubject: Subject {i}\n{needs}---\nThis is t{i}.\n");
        }

        var services = new ServiceCollection();
        services.AddCustomerTouchpoints(touchpoints => touchpoints.AddTemplates(folder));
        ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<TemplateCatalog>().Check();
        Directory.Delete(folder, recursive: true);
        return provider;
    }
}
