using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Simulation.Faults;
using CustomerTouchpoints.Simulation.Generating;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Simulation.Hosting;

/// <summary>Composes hosts as a user would: the production services, with the ports answered by the world.</summary>
internal sealed class HostFactory(World world, long seed, Lifecycle first, Lifecycle second)
{
    /// <summary>Templates do not change and are read once for all worlds.</summary>
    private static readonly ServiceProvider Shared = ReadTemplates();

    /// <summary>Two runs of a seed hash an address alike.</summary>
    private static readonly string AddressKey = Convert.ToBase64String(new byte[32]);

    /// <summary>What is deployed one after the other: the first version, both side by side, the second alone.</summary>
    private readonly LifecycleRegistry[] deployments = [new([first]), new([first, second]), new([second])];

    private int deployed;

    /// <summary>When nights begin, where they are quiet.</summary>
    public static TimeOnly QuietFrom { get; } = new(21, 0);

    /// <summary>When they end.</summary>
    public static TimeOnly QuietTo { get; } = new(8, 0);

    public static bool HasQuietHoursIn(long seed) => seed % 5 == 1;

    public static IReadOnlyList<Cap> CapsOf(long seed) =>
        seed % 3 != 0 ? [] : [Promotions((int)(seed % 2), 12 + (seed % 60)), Promotions(0, 6 + (seed % 7), Channel.Email)];

    private static Cap Promotions(int more, long hours, Channel? channel = null) =>
        new()
        {
            AtMost = 1 + more,
            Within = TimeSpan.FromHours(hours),
            Category = Category.Promotional,
            Channel = channel?.Name,
        };

    /// <summary>The version of the definition that has this number.</summary>
    public LifecycleDefinition Definition(int version) => deployments[version == 1 ? 0 : 2].All.Single();

    /// <summary>Hosts that start from now on have the next deployment. Returns false when there is none.</summary>
    public bool Deploy()
    {
        bool hasNext = deployed < deployments.Length - 1;
        deployed += hasNext ? 1 : 0;
        return hasNext;
    }

    public ServiceProvider ServicesFor(SimulatedHost host)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(host.Time);
        services.AddSingleton(deployments[deployed]);
        services.AddSingleton(Shared.GetRequiredService<TemplateCatalog>());
        services.AddSingleton(Shared.GetRequiredService<MessageComposer>());
        services.AddSingleton<ITouchpointStore>(new SimulatedStore(world, host, world.Ground.StoreFor(host)));
        services.AddCustomerTouchpoints(touchpoints =>
        {
            touchpoints
                .UseCustomers(new SimulatedDirectory(world, host))
                .UseEscalations(new SimulatedEscalations(world, host))
                .Configure(options =>
                {
                    options.RunWorkers = false;
                    options.Suppression.Key = AddressKey;
                    options.SendDeadline = SimulatedHost.SendDeadline;
                    options.Seed = (int)seed;
                    foreach (Cap cap in world.Caps)
                    {
                        options.Caps.Add(cap);
                    }

                    options.QuietHours.From = world.HasQuietHours ? QuietFrom : null;
                    options.QuietHours.To = world.HasQuietHours ? QuietTo : null;
                    options.MaxOpenTouchpoints = seed % 3 == 0 ? 3 : options.MaxOpenTouchpoints;
                });
            var sender = new SimulatedSender(world, host);
            foreach (Channel channel in People.Channels)
            {
                touchpoints.AddChannel(channel, _ => sender, options => options.MaxConcurrency = 1 + (int)(seed % 2));
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
            string needs =
                i == RandomLifecycle.Templates - 1 ? "requires: [n]\nsample:\n  n: 1\n"
                : i < 2 ? "sample:\n  solvedBy: null\n  updateBy: null\n"
                : "";
            // The first ones tell a deadline where there is one, and so promise it.
            string tells =
                i == 0 ? "{{ if solvedBy }} By {{ solvedBy }}.{{ end }}"
                : i == 1 ? "{{ if updateBy }} By {{ updateBy }}.{{ end }}"
                : "";
            File.WriteAllText(Path.Combine(folder, $"t{i}.md"), $"---\nsubject: Subject {i}\n{needs}---\nThis is t{i}.{tells}\n");
        }

        var services = new ServiceCollection();
        services.AddCustomerTouchpoints(touchpoints => touchpoints.AddTemplates(folder));
        ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<TemplateCatalog>().Check();
        Directory.Delete(folder, recursive: true);
        return provider;
    }
}
