namespace CustomerTouchpoints.Lifecycles.Reengagement;

/// <summary>
/// A customer who has been quiet for a long time, and has agreed to such messages, hears from us twice, and then no more until they come
/// back by themselves. Any act ends it. One journey for each customer, such as <c>re-engagement/ana</c>.
/// </summary>
/// <remarks>Immutable once constructed; safe to share between threads.</remarks>
public class ReengagementLifecycle : Lifecycle
{
    /// <summary>The customer is there.</summary>
    public static readonly State Active = new("active", "you are with us");

    /// <summary>Nothing was heard of the customer for a long time.</summary>
    public static readonly State Quiet = new("quiet", "we have not seen you for a while");

    /// <summary>Nothing was heard of the customer after that either: they are left in peace.</summary>
    public static readonly State LetGo = new("let-go", "we leave you in peace");

    /// <summary>A message leaves a moment after its state began, so that it is withdrawn when the customer acts while it is held.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    private readonly ReengagementOptions options;

    /// <summary>The lifecycle with the default options.</summary>
    public ReengagementLifecycle()
        : this(new ReengagementOptions()) { }

    /// <summary>The lifecycle with options.</summary>
    /// <param name="options">Spans, channels, the version. Not changed afterwards.</param>
    public ReengagementLifecycle(ReengagementOptions options)
        : base("re-engagement", options?.Version ?? throw new ArgumentNullException(nameof(options))) => this.options = options;

    /// <inheritdoc/>
    protected override void Define(LifecycleBuilder lifecycle)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        LifecycleBuilder customer = lifecycle;
        customer.OpensWith<CustomerActed>().GoTo(Active);
        customer.While(Active).On<CustomerActed>().Reenter();
        customer.While(Quiet).On<CustomerActed>().GoTo(Active);
        customer.While(LetGo).On<CustomerActed>().GoTo(Active);
        customer.While(Active).For(options.QuietAfter).GoTo(Quiet);
        customer.While(Quiet).For(options.LastWordAfter).GoTo(LetGo);

        Say(customer, Quiet, "re-engage-hello");
        Say(customer, LetGo, "re-engage-goodbye");
    }

    private void Say(LifecycleBuilder customer, State state, string template) =>
        customer
            .OnEntering(state)
            .After(Moment)
            .Send(template)
            .By(options.Channels)
            .As(Category.Promotional)
            .WithPriority(options.Priority);
}
