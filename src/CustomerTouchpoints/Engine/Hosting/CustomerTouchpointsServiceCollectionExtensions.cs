using CustomerTouchpoints;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Engine.Due;
using CustomerTouchpoints.Engine.Hosting;
using CustomerTouchpoints.Engine.Sending;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Calendars;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Embeds CustomerTouchpoints in a host.</summary>
public static class CustomerTouchpointsServiceCollectionExtensions
{
    private const int DefaultSlots = 16;

    /// <summary>
    /// Adds CustomerTouchpoints. Safe to call more than once: lifecycles and channels add up. Say at least which lifecycles, which
    /// customers, which channel and which store there are.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Says what the host uses.</param>
    public static IServiceCollection AddCustomerTouchpoints(this IServiceCollection services, Action<TouchpointsBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<TouchpointsOptions>();
        services.AddOptions<OverrideOptions>();
        services.TryAddSingleton<IValidateOptions<TouchpointsOptions>, TouchpointsOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddMessages();
        services.TryAddSingleton<LifecycleRegistry>();
        services.TryAddSingleton<CalendarBook>();
        services.TryAddSingleton(SettingsOf);
        services.TryAddSingleton<Senders>();
        services.TryAddSingleton<Slots>();
        services.TryAddSingleton<ErrandQueue>();
        services.TryAddSingleton<CachedDirectory>();
        services.TryAddSingleton<KnownParties>();
        services.TryAddSingleton<Profiles>();
        services.TryAddSingleton<StoreTime>();
        services.TryAddSingleton<StoreTurn>();
        services.TryAddSingleton<SeenSwitches>();
        services.TryAddSingleton<Writer>();
        services.TryAddSingleton<Dispatcher>();
        services.TryAddSingleton<EscalationQueue>();
        services.TryAddSingleton<Escalator>();
        services.TryAddSingleton<IntakeReader>();
        services.TryAddSingleton<DueReader>();
        services.TryAddSingleton<StoreReaders>();
        services.TryAddSingleton<StartUpCheck>();
        services.TryAddSingleton<VersionLedger>();
        services.TryAddSingleton<AdoptedOverrides>();
        services.TryAddSingleton(provider => new TouchpointsEngine(
            provider.GetRequiredService<ITouchpointStore>(),
            provider.GetRequiredService<StartUpCheck>(),
            provider.GetRequiredService<VersionLedger>(),
            provider.GetRequiredService<AdoptedOverrides>(),
            provider.GetRequiredService<Writer>(),
            provider.GetRequiredService<Dispatcher>(),
            provider.GetRequiredService<Escalator>(),
            provider.GetRequiredService<IntakeReader>(),
            provider.GetRequiredService<DueReader>()
        ));
        services.TryAddSingleton<ICustomerTouchpoints, EmbeddedTouchpoints>();
        services.TryAddSingleton<ITouchpointSwitches, StoredSwitches>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, TouchpointsWorker>());
        configure(new TouchpointsBuilder(services));
        return services;
    }

    /// <summary>Adds a lifecycle. It is checked as a whole when the host starts.</summary>
    public static TouchpointsBuilder AddLifecycle<TLifecycle>(this TouchpointsBuilder builder)
        where TLifecycle : Lifecycle, new()
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<Lifecycle, TLifecycle>(_ => new TLifecycle()));
        return builder;
    }

    /// <summary>Adds a lifecycle whose definition depends on the host: on opening hours that are configured, for instance.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="create">Makes the lifecycle, once.</param>
    public static TouchpointsBuilder AddLifecycle<TLifecycle>(this TouchpointsBuilder builder, Func<IServiceProvider, TLifecycle> create)
        where TLifecycle : Lifecycle
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<Lifecycle, TLifecycle>(create));
        return builder;
    }

    /// <summary>Says where customers are found: the host's own directory, made once by the host's services.</summary>
    public static TouchpointsBuilder AddCustomers<TDirectory>(this TouchpointsBuilder builder)
        where TDirectory : class, ICustomerDirectory
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<ICustomerDirectory, TDirectory>());
        return builder;
    }

    /// <summary>Says where customers are found.</summary>
    public static TouchpointsBuilder AddCustomers(this TouchpointsBuilder builder, ICustomerDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton(directory));
        return builder;
    }

    /// <summary>
    /// Says who tells the people on our side that a response clock warns or was breached, made once by the host's services. A later one
    /// replaces it.
    /// </summary>
    public static TouchpointsBuilder AddEscalations<THandler>(this TouchpointsBuilder builder)
        where THandler : class, IEscalationHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<IEscalationHandler, THandler>());
        return builder;
    }

    /// <summary>Says who tells the people on our side that a response clock warns or was breached. A later one replaces it.</summary>
    public static TouchpointsBuilder AddEscalations(this TouchpointsBuilder builder, IEscalationHandler handler)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton(handler));
        return builder;
    }

    /// <summary>
    /// Adds a channel with a sender of the host's own, made once by the host's services. A later one of the same name replaces it.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="channel">The channel's name, such as <c>pigeon</c>.</param>
    /// <param name="slots">How many messages it may carry at once. Default 16.</param>
    public static TouchpointsBuilder AddChannel<TSender>(this TouchpointsBuilder builder, Channel channel, int slots = DefaultSlots)
        where TSender : class, IChannelSender
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<TSender>();
        return builder.AddChannel(channel, provider => provider.GetRequiredService<TSender>(), slots);
    }

    /// <summary>Adds a channel with a sender made by a function. A later one of the same name replaces it.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="channel">The channel's name.</param>
    /// <param name="createSender">Makes the sender, once.</param>
    /// <param name="slots">How many messages it may carry at once. Default 16.</param>
    public static TouchpointsBuilder AddChannel(
        this TouchpointsBuilder builder,
        Channel channel,
        Func<IServiceProvider, IChannelSender> createSender,
        int slots = DefaultSlots
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(createSender);
        ArgumentOutOfRangeException.ThrowIfLessThan(slots, 1);
        builder.Services.AddSingleton(new ChannelRegistration(channel, slots, createSender));
        return builder;
    }

    /// <summary>Changes settings of the engine.</summary>
    public static TouchpointsBuilder Configure(this TouchpointsBuilder builder, Action<TouchpointsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure(configure);
        return builder;
    }

    /// <summary>
    /// Sets limits, and switches rules off or times them anew. To change them while the host runs, bind
    /// <see cref="OverrideOptions"/> to configuration instead:
    /// <c>services.Configure&lt;OverrideOptions&gt;(configuration.GetSection("Touchpoints"))</c>.
    /// </summary>
    public static TouchpointsBuilder Override(this TouchpointsBuilder builder, Action<OverrideOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure(configure);
        return builder;
    }

    /// <summary>A question has had its answer, or its deadline, before the next one is put.</summary>
    private static RetrySchedule LookupsOf(TouchpointsOptions options)
    {
        RetrySchedule usual = DecisionSettings.Default.Lookups;
        TimeSpan first = options.SendDeadline * 2 > usual.FirstDelay ? options.SendDeadline * 2 : usual.FirstDelay;
        return usual with
        {
            FirstDelay = first,
            LongestDelay = first > usual.LongestDelay ? first : usual.LongestDelay,
            Seed = options.Seed,
        };
    }

    private static DecisionSettings SettingsOf(IServiceProvider provider)
    {
        TouchpointsOptions options = provider.GetRequiredService<IOptions<TouchpointsOptions>>().Value;
        return DecisionSettings.Default with
        {
            DefaultTimeZone = provider.GetRequiredService<IOptions<MessageOptions>>().Value.DefaultTimeZone,
            Retries = RetrySchedule.Default with { MostFailures = options.MostFailures, Seed = options.Seed },
            Lease = options.SendDeadline * 4,
            DeadlinesIn = provider.GetRequiredService<TemplateCatalog>().DeadlinesIn,
            Calendars = provider.GetRequiredService<CalendarBook>(),
            Lookups = LookupsOf(options),
        };
    }
}
