using CustomerTouchpoints;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Lifecycles.Carts;
using CustomerTouchpoints.Lifecycles.Deliveries;
using CustomerTouchpoints.Lifecycles.ECards;
using CustomerTouchpoints.Lifecycles.Guides;
using CustomerTouchpoints.Lifecycles.OptIn;
using CustomerTouchpoints.Lifecycles.Reengagement;
using CustomerTouchpoints.Lifecycles.Returns;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// The lifecycles of the package, each with its messages. A template of the same name in a folder of the host's own (<c>AddTemplates</c>)
/// wins. Each has a second form, for a class that derives from the package's.
/// </summary>
public static class LifecyclesTouchpointsBuilderExtensions
{
    /// <summary>Adds carts that were left: at most three reminders, to who agreed to them, until the cart is bought or emptied.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets spans, channels and the version. Null leaves the defaults.</param>
    /// <returns>The builder.</returns>
    public static TouchpointsBuilder AddAbandonedCart(this TouchpointsBuilder builder, Action<AbandonedCartOptions>? configure = null) =>
        builder.Add(options => new AbandonedCartLifecycle(options), configure);

    /// <summary>Adds a lifecycle of the host's own that derives from <see cref="AbandonedCartLifecycle"/>, with its messages.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static TouchpointsBuilder AddAbandonedCart<TLifecycle>(this TouchpointsBuilder builder)
        where TLifecycle : AbandonedCartLifecycle, new() => builder.Add<TLifecycle>();

    /// <summary>Adds consents that are asked for and count once they are confirmed, and <see cref="DoubleOptIn"/> to do so.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets spans, channels and the version. Null leaves the defaults.</param>
    /// <returns>The builder.</returns>
    public static TouchpointsBuilder AddDoubleOptIn(this TouchpointsBuilder builder, Action<DoubleOptInOptions>? configure = null) =>
        builder.Add(options => new DoubleOptInLifecycle(options), configure).WithConfirmations();

    /// <summary>Adds a lifecycle of the host's own that derives from <see cref="DoubleOptInLifecycle"/>, with its messages.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static TouchpointsBuilder AddDoubleOptIn<TLifecycle>(this TouchpointsBuilder builder)
        where TLifecycle : DoubleOptInLifecycle, new() => builder.Add<TLifecycle>().WithConfirmations();

    /// <summary>Adds cards that one customer sends to another, and what notices that a card has left or could not.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets spans, channels and the version. Null leaves the defaults.</param>
    /// <returns>The builder.</returns>
    public static TouchpointsBuilder AddECard(this TouchpointsBuilder builder, Action<ECardOptions>? configure = null) =>
        builder.Add(options => new ECardLifecycle(options), configure).AddObserver<ECardObserver>();

    /// <summary>Adds a lifecycle of the host's own that derives from <see cref="ECardLifecycle"/>, with its messages.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static TouchpointsBuilder AddECard<TLifecycle>(this TouchpointsBuilder builder)
        where TLifecycle : ECardLifecycle, new() => builder.Add<TLifecycle>().AddObserver<ECardObserver>();

    /// <summary>Adds promised deliveries: a date that moves or is missed is told, with an apology and the new date.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets spans, channels and the version. Null leaves the defaults.</param>
    /// <returns>The builder.</returns>
    public static TouchpointsBuilder AddDeliveryDelay(this TouchpointsBuilder builder, Action<DeliveryDelayOptions>? configure = null) =>
        builder.Add(options => new DeliveryDelayLifecycle(options), configure);

    /// <summary>Adds a lifecycle of the host's own that derives from <see cref="DeliveryDelayLifecycle"/>, with its messages.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static TouchpointsBuilder AddDeliveryDelay<TLifecycle>(this TouchpointsBuilder builder)
        where TLifecycle : DeliveryDelayLifecycle, new() => builder.Add<TLifecycle>();

    /// <summary>Adds returns, from the label to the refund, with a promise by when the money is there.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets spans, channels and the version. Null leaves the defaults.</param>
    /// <returns>The builder.</returns>
    public static TouchpointsBuilder AddReturns(this TouchpointsBuilder builder, Action<ReturnOptions>? configure = null) =>
        builder.Add(options => new ReturnLifecycle(options), configure);

    /// <summary>Adds a lifecycle of the host's own that derives from <see cref="ReturnLifecycle"/>, with its messages.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static TouchpointsBuilder AddReturns<TLifecycle>(this TouchpointsBuilder builder)
        where TLifecycle : ReturnLifecycle, new() => builder.Add<TLifecycle>();

    /// <summary>Adds customers who have been quiet for a long time: two messages to who agreed to them, until they come back.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets spans, channels and the version. Null leaves the defaults.</param>
    /// <returns>The builder.</returns>
    public static TouchpointsBuilder AddReengagement(this TouchpointsBuilder builder, Action<ReengagementOptions>? configure = null) =>
        builder.Add(options => new ReengagementLifecycle(options), configure);

    /// <summary>Adds a lifecycle of the host's own that derives from <see cref="ReengagementLifecycle"/>, with its messages.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static TouchpointsBuilder AddReengagement<TLifecycle>(this TouchpointsBuilder builder)
        where TLifecycle : ReengagementLifecycle, new() => builder.Add<TLifecycle>();

    /// <summary>Adds guides to what was bought: a spaced series after the delivery, from a folder for each product.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the folder, spans, channels and the version. Null leaves the defaults.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder of guides.</exception>
    public static TouchpointsBuilder AddGuides(this TouchpointsBuilder builder, Action<GuideOptions>? configure = null)
    {
        var chosen = new GuideOptions();
        configure?.Invoke(chosen);
        builder.Add<GuideLifecycle, GuideOptions>(_ => new GuideLifecycle(chosen), configure: null);
        return chosen.Folder is { } folder ? builder.WithGuides(folder) : builder;
    }

    /// <summary>Adds a lifecycle of the host's own that derives from <see cref="GuideLifecycle"/>, with the guides of a folder.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="folder">The same folder as its <see cref="GuideOptions.Folder"/>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder of guides.</exception>
    public static TouchpointsBuilder AddGuides<TLifecycle>(this TouchpointsBuilder builder, string folder)
        where TLifecycle : GuideLifecycle, new() => builder.Add<TLifecycle>().WithGuides(folder);

    private static TouchpointsBuilder Add<TLifecycle, TOptions>(
        this TouchpointsBuilder builder,
        Func<TOptions, TLifecycle> create,
        Action<TOptions>? configure
    )
        where TLifecycle : Lifecycle
        where TOptions : LifecycleOptions, new()
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new TOptions();
        configure?.Invoke(options);
        return builder.AddLifecycle(_ => create(options)).WithMessages(typeof(TLifecycle));
    }

    private static TouchpointsBuilder Add<TLifecycle>(this TouchpointsBuilder builder)
        where TLifecycle : Lifecycle, new()
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddLifecycle<TLifecycle>().WithMessages(typeof(TLifecycle));
    }

    private static TouchpointsBuilder WithGuides(this TouchpointsBuilder builder, string folder) =>
        ProductGuides.In(folder).Aggregate(builder, (each, product) => each.AddTemplates(product.Folder));

    private static TouchpointsBuilder WithConfirmations(this TouchpointsBuilder builder)
    {
        builder.Services.TryAddSingleton<DoubleOptIn>();
        builder.Services.TryAddSingleton<IConsentConfirmation>(services => services.GetRequiredService<DoubleOptIn>());
        return builder;
    }

    /// <summary>The templates that lie beside the lifecycle of this package, whichever class of a host derives from it.</summary>
    private static TouchpointsBuilder WithMessages(this TouchpointsBuilder builder, Type lifecycle)
    {
        Type? shipped = lifecycle;
        while (shipped.Assembly != typeof(LifecycleOptions).Assembly)
        {
            shipped = shipped.BaseType!;
        }

        string folder = shipped.Namespace![(shipped.Namespace!.LastIndexOf('.') + 1)..];
        ShippedWords.AddTo(builder);
        return builder.AddTemplates(shipped.Assembly, $"{folder}/Templates");
    }
}
