using System.Text.Json;

namespace CustomerTouchpoints.Lifecycles.Deliveries;

/// <summary>
/// A delivery with a promised date. A date that moves back is told with an apology and the new one; a date that is missed without a new one
/// is apologised for at once, and again each day until there is news. A delivery that comes in time says nothing: the order's own messages
/// do.
/// </summary>
/// <remarks>Immutable once constructed; safe to share between threads.</remarks>
public class DeliveryDelayLifecycle : Lifecycle
{
    /// <summary>It comes by the date that was promised first.</summary>
    public static readonly State Expected = new("expected", "it is on its way");

    /// <summary>It comes later than was promised, and the customer knows by when.</summary>
    public static readonly State Delayed = new("delayed", "it comes later than promised");

    /// <summary>The customer has it.</summary>
    public static readonly State Delivered = new("delivered", "it is with you", StateKind.Solved);

    /// <summary>It does not come any more.</summary>
    public static readonly State Cancelled = new("cancelled", "it is cancelled", StateKind.Final);

    private const string Promise = "delivery";
    private const string DeliverBy = "deliverBy";

    private readonly DeliveryDelayOptions options;

    /// <summary>The lifecycle with the default options.</summary>
    public DeliveryDelayLifecycle()
        : this(new DeliveryDelayOptions()) { }

    /// <summary>The lifecycle with options.</summary>
    /// <param name="options">Spans, channels, the version. Not changed afterwards.</param>
    public DeliveryDelayLifecycle(DeliveryDelayOptions options)
        : base("delivery", options?.Version ?? throw new ArgumentNullException(nameof(options))) => this.options = options;

    /// <inheritdoc/>
    protected override void Define(LifecycleBuilder lifecycle)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        LifecycleBuilder delivery = lifecycle;
        delivery.Parties("buyer");
        delivery.OpensWith<DeliveryPromised>().GoTo(Expected);
        foreach (State waiting in (State[])[Expected, Delayed])
        {
            delivery.While(waiting).On<DeliveryRescheduled>().When("it comes later than was told", ComesLater).GoTo(Delayed);
            delivery.While(waiting).On<DeliveryRescheduled>().Stay();
            delivery
                .While(waiting)
                .QuietFor(options.UpdateEvery)
                .Send("delivery-no-news")
                .Named($"delivery-no-news-{waiting.Name}")
                .By(options.Channels)
                .AtMost(options.MostUpdates)
                .When("it is late", IsLate);
        }

        delivery.WhileOpen().On<DeliveryMade>().GoTo(Delivered);
        delivery.WhileOpen().On<DeliveryCancelled>().GoTo(Cancelled);

        delivery.On<DeliveryPromised>().Promises(Promise, by: ByOf).KeptBy(Delivered);
        delivery.On<DeliveryRescheduled>().Promises(Promise, by: ByOf).KeptBy(Delivered);

        delivery.OnEntering(Delayed).Send("delivery-delayed").By(options.Channels);
        delivery.OnBrokenPromise(Promise).Send("delivery-missed").By(options.Channels).When("it is late", IsLate);
    }

    private static DateTimeOffset? ByOf(Situation situation) => Read(situation.EventData);

    private static bool ComesLater(Situation situation) =>
        Read(situation.JourneyData) is not { } told || Read(situation.EventData) is not { } now || now > told;

    /// <summary>Whether the latest date that the customer was told has passed.</summary>
    private static bool IsLate(Situation situation) => Read(situation.JourneyData) is { } by && by <= situation.Now;

    private static DateTimeOffset? Read(JsonElement data) =>
        data.TryGetProperty(DeliverBy, out JsonElement by) && by.TryGetDateTimeOffset(out DateTimeOffset instant) ? instant : null;
}
