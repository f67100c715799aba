using System.Diagnostics.CodeAnalysis;
using CustomerTouchpoints;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Engine.Bulkheads;
using CustomerTouchpoints.Engine.Due;
using CustomerTouchpoints.Engine.Errands;
using CustomerTouchpoints.Engine.Health;
using CustomerTouchpoints.Engine.Hosting;
using CustomerTouchpoints.Engine.Observing;
using CustomerTouchpoints.Engine.Rates;
using CustomerTouchpoints.Engine.Sending;
using CustomerTouchpoints.Engine.Starting;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Responses.Calendars;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Embeds CustomerTouchpoints in a host.</summary>
public static class CustomerTouchpointsServiceCollectionExtensions
{
    /// <summary>
    /// Adds CustomerTouchpoints. Safe to call more than once: lifecycles and channels add up. Say at least which lifecycles, which
    /// customers, which channel and which store there are.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Says what the host uses.</param>
    public static IServiceCollection AddCustomerTouchpoints(this IServiceCollection services, Action<TouchpointsBuilder> configure) =>
        services.Compose(null, configure);

    /// <summary>
    /// Adds CustomerTouchpoints with its options bound to a section of the host's configuration. What <paramref name="configure"/> sets in
    /// code comes after it. The table of sections and keys is in docs/configuration.md.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The section, such as <c>configuration.GetSection("Touchpoints")</c>.</param>
    /// <param name="configure">Says what the host uses.</param>
    [RequiresUnreferencedCode("Binds options by reflection; set them in code when trimming.")]
    [RequiresDynamicCode("Binds options by reflection; set them in code when compiling ahead of time.")]
    public static IServiceCollection AddCustomerTouchpoints(
        this IServiceCollection services,
        IConfiguration configuration,
        Action<TouchpointsBuilder> configure
    )
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.Compose(configuration, configure);
    }

    private static IServiceCollection Compose(
        this IServiceCollection services,
        IConfiguration? configuration,
        Action<TouchpointsBuilder> configure
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<TouchpointsOptions>();
        services.AddOptions<OverrideOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TouchpointsOptions>, TouchpointsOptionsCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ChannelOptions>, ChannelOptionsCheck>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogs();
        services.AddMessages();
        services.TryAddSingleton<LifecycleRegistry>();
        services.TryAddSingleton<CalendarBook>();
        services.TryAddSingleton(DecisionSettingsReader.Read);
        services.TryAddSingleton<Senders>();
        services.TryAddSingleton<BulkheadBook>();
        services.TryAddSingleton<RateBook>();
        services.TryAddSingleton<ErrandPools>();
        services.TryAddSingleton<AdmissionGate>();
        services.TryAddSingleton<TopicBook>();
        services.TryAddSingleton<UndeclaredEvents>();
        services.TryAddSingleton<CachedDirectory>();
        services.TryAddSingleton<KnownParties>();
        services.TryAddSingleton<Profiles>();
        services.TryAddSingleton<StoreTime>();
        services.TryAddSingleton<StoreTurn>();
        services.TryAddSingleton<Setbacks>();
        services.TryAddSingleton<AddressHashing>();
        services.TryAddSingleton<AddressKeys>();
        services.TryAddSingleton<SeenSwitches>();
        services.TryAddSingleton<BatchLoader>();
        services.TryAddSingleton<BatchFactory>();
        services.TryAddSingleton<Notices>();
        services.TryAddSingleton<WriterWatch>();
        services.TryAddSingleton<Writer>();
        services.TryAddSingleton<SendDeadline>();
        services.TryAddSingleton<AttemptRunner>();
        services.TryAddSingleton<LookupRunner>();
        services.TryAddSingleton<EscalationRunner>();
        services.TryAddSingleton<Dispatcher>();
        services.TryAddSingleton<IntakeReader>();
        services.TryAddSingleton<DueReader>();
        services.TryAddSingleton<RateKeeper>();
        services.TryAddSingleton<StoreReaders>();
        services.TryAddSingleton<UndeclaredParts>();
        services.TryAddSingleton<StartUpCheck>();
        services.TryAddSingleton<VersionLedger>();
        services.TryAddSingleton<AdoptedOverrides>();
        services.TryAddSingleton<EngineStart>();
        services.TryAddSingleton<HealthWatch>();
        services.TryAddSingleton<EngineMeters>();
        services.TryAddSingleton<EngineParts>();
        services.TryAddSingleton(provider =>
        {
            MissingParts.Demand(provider);
            return new TouchpointsEngine(provider.GetRequiredService<EngineParts>());
        });
        services.TryAddSingleton<WriterDoor>();
        services.TryAddSingleton<ReceiptDesk>();
        services.TryAddSingleton<ICustomerTouchpoints, EmbeddedTouchpoints>();
        services.TryAddSingleton<ICustomerWishes, EmbeddedWishes>();
        services.TryAddSingleton<ISuppressionList, EmbeddedSuppressions>();
        services.TryAddSingleton<Erasure>();
        services.TryAddSingleton<ICustomerIdentity, EmbeddedIdentity>();
        services.TryAddSingleton<ITouchpointSwitches, StoredSwitches>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, TouchpointsWorker>());
        var builder = new TouchpointsBuilder(services, configuration);
        if (configuration is not null)
        {
            ConfiguredOptions.Bind(builder);
        }

        configure(builder);
        MissingParts.StandIn(services);
        return services;
    }
}
