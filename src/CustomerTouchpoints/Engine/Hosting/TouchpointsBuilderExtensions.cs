using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using CustomerTouchpoints;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Diagnostics;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Responses;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What a host says it uses: lifecycles, customers, channels, settings.</summary>
public static class TouchpointsBuilderExtensions
{
    /// <summary>Adds a lifecycle. It is checked as a whole when the host starts.</summary>
    public static TouchpointsBuilder AddLifecycle<TLifecycle>(this TouchpointsBuilder builder)
        where TLifecycle : Lifecycle, new()
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<Lifecycle, TLifecycle>(_ => Lifecycle.New<TLifecycle>()));
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

    /// <summary>
    /// Adds every lifecycle that an assembly declares: each class that derives from <see cref="Lifecycle"/>, is neither abstract nor
    /// generic, and has a public constructor without parameters. Others are added one by one, with
    /// <c>AddLifecycle(provider => ...)</c>. One that was added already is not added again.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="assembly">The assembly, such as <c>typeof(OrderLifecycle).Assembly</c>.</param>
    /// <exception cref="ArgumentException">The assembly declares none.</exception>
    [RequiresUnreferencedCode("Looks for lifecycles by reflection; name each with AddLifecycle when trimming.")]
    public static TouchpointsBuilder AddLifecyclesFromAssembly(this TouchpointsBuilder builder, Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(assembly);
        Type[] declared =
        [
            .. assembly
                .GetTypes()
                .Where(type => type.IsSubclassOf(typeof(Lifecycle)) && !type.IsAbstract && !type.ContainsGenericParameters)
                .Where(type => type.GetConstructor(Type.EmptyTypes) is not null)
                .OrderBy(type => type.FullName, StringComparer.Ordinal),
        ];
        if (declared.Length == 0)
        {
            throw new ArgumentException(
                $"{assembly.GetName().Name} declares no lifecycle with a public constructor without parameters. Name the assembly that "
                    + "does, or add lifecycles with AddLifecycle<TLifecycle>().",
                nameof(assembly)
            );
        }

        foreach (Type type in declared)
        {
            builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton(typeof(Lifecycle), type));
        }

        return builder;
    }

    /// <summary>
    /// Says where customers are found: the host's own directory, made once by the host's services. A later one replaces it.
    /// </summary>
    public static TouchpointsBuilder UseCustomers<TDirectory>(this TouchpointsBuilder builder)
        where TDirectory : class, ICustomerDirectory
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<ICustomerDirectory, TDirectory>());
        return builder;
    }

    /// <summary>Says where customers are found. A later one replaces it.</summary>
    public static TouchpointsBuilder UseCustomers(this TouchpointsBuilder builder, ICustomerDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(directory);
        builder.Services.Replace(ServiceDescriptor.Singleton(directory));
        return builder;
    }

    /// <summary>
    /// Says who tells the people on our side that a response clock warns or was breached, made once by the host's services. A later one
    /// replaces it.
    /// </summary>
    public static TouchpointsBuilder UseEscalations<THandler>(this TouchpointsBuilder builder)
        where THandler : class, IEscalationHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<IEscalationHandler, THandler>());
        return builder;
    }

    /// <summary>Says who tells the people on our side that a response clock warns or was breached. A later one replaces it.</summary>
    public static TouchpointsBuilder UseEscalations(this TouchpointsBuilder builder, IEscalationHandler handler)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(handler);
        builder.Services.Replace(ServiceDescriptor.Singleton(handler));
        return builder;
    }

    /// <summary>
    /// Adds a channel with a sender of the host's own, made once by the host's services. A later sender of the same name replaces it; the
    /// options add up.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="channel">The channel's name, such as <c>pigeon</c>.</param>
    /// <param name="configure">Says how many messages it carries at once, and how it tries again. Null, the default, leaves that as it
    /// is.</param>
    /// <exception cref="ArgumentException">The channel is <c>default(Channel)</c>, which names none.</exception>
    public static TouchpointsBuilder AddChannel<TSender>(
        this TouchpointsBuilder builder,
        Channel channel,
        Action<ChannelOptions>? configure = null
    )
        where TSender : class, IChannelSender
    {
        ArgumentNullException.ThrowIfNull(builder);
        Channel.Given(channel);
        builder.Services.TryAddSingleton<TSender>();
        return builder.AddChannel(channel, provider => provider.GetRequiredService<TSender>(), configure);
    }

    /// <summary>
    /// Adds a channel with a sender made by a function. A later sender of the same name replaces it; the options add up.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="channel">The channel's name.</param>
    /// <param name="createSender">Makes the sender, once.</param>
    /// <param name="configure">Says how many messages it carries at once, and how it tries again. Null, the default, leaves that as it
    /// is.</param>
    /// <exception cref="ArgumentException">The channel is <c>default(Channel)</c>, which names none.</exception>
    public static TouchpointsBuilder AddChannel(
        this TouchpointsBuilder builder,
        Channel channel,
        Func<IServiceProvider, IChannelSender> createSender,
        Action<ChannelOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        Channel.Given(channel);
        ArgumentNullException.ThrowIfNull(createSender);
        builder.Services.AddSingleton(new ChannelRegistration(channel, createSender));
        return builder.ConfigureChannel(channel, configure ?? (_ => { }));
    }

    /// <summary>
    /// Adds a channel with several providers, which take over from each other or share its messages. It replaces an earlier sender of the
    /// same name; the options add up.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="channel">The channel's name.</param>
    /// <param name="add">Adds the providers, in the order in which they take over.</param>
    /// <param name="configure">Says how many messages it carries at once, and how it tries again. Null, the default, leaves that as it
    /// is.</param>
    /// <exception cref="ArgumentException">The channel is <c>default(Channel)</c>, which names none; or no provider was added.</exception>
    public static TouchpointsBuilder AddProviders(
        this TouchpointsBuilder builder,
        Channel channel,
        Action<ChannelProviders> add,
        Action<ChannelOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        Channel.Given(channel);
        ArgumentNullException.ThrowIfNull(add);
        var providers = new ChannelProviders();
        add(providers);
        if (providers.Registrations.Count == 0)
        {
            throw new ArgumentException($"The channel {channel} has no provider: add one with Add(\"name\", ...).", nameof(add));
        }

        builder.Services.AddSingleton(new ChannelRegistration(channel, null) { Providers = providers.Registrations });
        return builder.ConfigureChannel(channel, configure ?? (_ => { }));
    }

    /// <summary>
    /// Adds a channel whose sender is one function, for what needs no type of its own. A later sender of the same name replaces it; the
    /// options add up.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="channel">The channel's name.</param>
    /// <param name="send">Sends one message, and says what happened: see <see cref="IChannelSender.SendAsync"/>. Called
    /// concurrently.</param>
    /// <param name="configure">Says how many messages it carries at once, and how it tries again. Null, the default, leaves that as it
    /// is.</param>
    /// <exception cref="ArgumentException">The channel is <c>default(Channel)</c>, which names none.</exception>
    public static TouchpointsBuilder AddChannel(
        this TouchpointsBuilder builder,
        Channel channel,
        Func<OutgoingMessage, CancellationToken, Task<SendResult>> send,
        Action<ChannelOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(send);
        var sender = new FunctionSender(send);
        return builder.AddChannel(channel, _ => sender, configure);
    }

    /// <summary>Changes settings of a channel that another package has added, such as <see cref="Channel.Email"/>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="channel">The channel's name.</param>
    /// <param name="configure">Says how many messages it carries at once, and how it tries again.</param>
    /// <exception cref="ArgumentException">The channel is <c>default(Channel)</c>, which names none.</exception>
    public static TouchpointsBuilder ConfigureChannel(this TouchpointsBuilder builder, Channel channel, Action<ChannelOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions<ChannelOptions>(Channel.Given(channel).Name).Configure(configure).ValidateOnStart();
        return builder;
    }

    /// <summary>
    /// Adds somebody who hears what was committed, after the commit and best effort; made once by the host's services. Several observers
    /// hear independently of each other; the same type is added once.
    /// </summary>
    public static TouchpointsBuilder AddObserver<TObserver>(this TouchpointsBuilder builder)
        where TObserver : class, ITouchpointObserver
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ITouchpointObserver, TObserver>());
        return builder;
    }

    /// <summary>Adds somebody who hears what was committed, after the commit and best effort.</summary>
    public static TouchpointsBuilder AddObserver(this TouchpointsBuilder builder, ITouchpointObserver observer)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(observer);
        builder.Services.AddSingleton(observer);
        return builder;
    }

    /// <summary>Changes settings of the engine.</summary>
    public static TouchpointsBuilder Configure(this TouchpointsBuilder builder, Action<TouchpointsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.Configure(configure);
        return builder;
    }

    /// <summary>
    /// Sets limits, and switches rules off or times them anew. To change them while the host runs, write them in the configuration that
    /// <c>AddCustomerTouchpoints(configuration, ...)</c> is given.
    /// </summary>
    public static TouchpointsBuilder Override(this TouchpointsBuilder builder, Action<OverrideOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure(configure);
        return builder;
    }
}
