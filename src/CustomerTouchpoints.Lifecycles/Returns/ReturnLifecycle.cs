namespace CustomerTouchpoints.Lifecycles.Returns;

/// <summary>
/// A return: the label, the parcel that comes back, what the check says, the money. Each step is told with what comes next; by when the
/// money is there is a promise.
/// </summary>
/// <remarks>Immutable once constructed; safe to share between threads.</remarks>
public class ReturnLifecycle : Lifecycle
{
    /// <summary>The customer has asked for it.</summary>
    public static readonly State Requested = new("requested", "we have your request");

    /// <summary>The customer has the label, and sends the parcel.</summary>
    public static readonly State LabelReady = new("label-ready", "your label is ready");

    /// <summary>The parcel has come.</summary>
    public static readonly State Received = new("received", "your parcel is with us");

    /// <summary>What came back was checked.</summary>
    public static readonly State Checked = new("checked", "it is checked");

    /// <summary>The money was paid.</summary>
    public static readonly State Refunded = new("refunded", "your money is paid back", StateKind.Solved);

    /// <summary>There is no money for it. A decision that is changed is a fact of the line.</summary>
    public static readonly State Refused = new("refused", "it is not taken back", StateKind.Solved);

    /// <summary>The label was not used in its time. A parcel that comes later is received all the same.</summary>
    public static readonly State Expired = new("expired", "your label has expired", StateKind.Solved);

    /// <summary>The customer keeps it.</summary>
    public static readonly State Cancelled = new("cancelled", "it is cancelled", StateKind.Solved);

    private readonly ReturnOptions options;

    /// <summary>The lifecycle with the default options.</summary>
    public ReturnLifecycle()
        : this(new ReturnOptions()) { }

    /// <summary>The lifecycle with options.</summary>
    /// <param name="options">Spans, channels, the version. Not changed afterwards.</param>
    public ReturnLifecycle(ReturnOptions options)
        : base("return", options?.Version ?? throw new ArgumentNullException(nameof(options))) => this.options = options;

    /// <inheritdoc/>
    protected override void Define(LifecycleBuilder lifecycle)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        LifecycleBuilder refund = lifecycle;
        refund.Parties("buyer");
        refund.Line(
            Requested.ReachedBy<ReturnRequested>(),
            LabelReady.ReachedBy<LabelIssued>(),
            Received.ReachedBy<ReturnReceived>(),
            Checked.ReachedBy<ReturnChecked>(),
            Refunded.ReachedBy<RefundPaid>()
        );
        refund.WhileOpen().On<ReturnRefused>().GoTo(Refused);
        refund.WhileOpen().On<ReturnCancelled>().GoTo(Cancelled);
        refund.While(LabelReady).For(options.LabelLastsFor).GoTo(Expired);
        refund.While(LabelReady).WaitsForCustomer();

        refund.OnEntering(Requested).Send("return-requested").By(options.Channels);
        refund.OnEntering(LabelReady).Send("return-label").By(options.Channels);
        refund.OnEntering(Received).Send("return-received").By(options.Channels);
        refund.OnEntering(Checked).Send("return-checked").By(options.Channels);
        refund.OnEntering(Refunded).Send("return-refunded").By(options.Channels);
        refund.OnEntering(Refused).Send("return-refused").By(options.Channels);
        refund.OnEntering(Expired).Send("return-expired").By(options.Channels);
        refund.OnEntering(Cancelled).Send("return-cancelled").By(options.Channels);

        refund.OnEntering(LabelReady).After(options.RemindAfter).Send("return-label-waits").By(options.Channels);
        foreach (State waiting in (State[])[Requested, Received, Checked])
        {
            refund
                .While(waiting)
                .QuietFor(options.UpdateEvery)
                .Send("return-still-with-us")
                .Named($"return-still-with-us-{waiting.Name}")
                .By(options.Channels)
                .AtMost(options.MostUpdates);
        }

        refund.On<ReturnReceived>().Asks();
        refund.Resolution().Within(options.RefundWithin, options.RefundHours);
        refund.OnBrokenPromise("resolution").Send("return-refund-late").By(options.Channels);
    }
}
