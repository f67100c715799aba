namespace CustomerTouchpoints.Lifecycles.OptIn;

/// <summary>
/// A consent that is asked for on a page, and counts once who reads the address has confirmed it. Unconfirmed, it is reminded of once and
/// lapses. The confirmation is welcomed.
/// </summary>
/// <remarks>Immutable once constructed; safe to share between threads.</remarks>
public class DoubleOptInLifecycle : Lifecycle
{
    /// <summary>It waits to be confirmed.</summary>
    public static readonly State Asked = new("asked", "it waits for your confirmation");

    /// <summary>It was asked for once more, and waits to be confirmed. Asking again now is not answered any more.</summary>
    public static readonly State AskedAgain = new("asked-again", "it waits for your confirmation");

    /// <summary>It is confirmed.</summary>
    public static readonly State Confirmed = new("confirmed", "it is confirmed", StateKind.Solved);

    /// <summary>It was not them.</summary>
    public static readonly State Refused = new("refused", "it is cancelled", StateKind.Final);

    /// <summary>Nobody confirmed it in time. Asking anew is another journey.</summary>
    public static readonly State Lapsed = new("lapsed", "it has lapsed", StateKind.Final);

    private readonly DoubleOptInOptions options;

    /// <summary>The lifecycle with the default options.</summary>
    public DoubleOptInLifecycle()
        : this(new DoubleOptInOptions()) { }

    /// <summary>The lifecycle with options.</summary>
    /// <param name="options">Spans, channels, the version. Not changed afterwards.</param>
    public DoubleOptInLifecycle(DoubleOptInOptions options)
        : base("opt-in", options?.Version ?? throw new ArgumentNullException(nameof(options))) => this.options = options;

    /// <inheritdoc/>
    protected override void Define(LifecycleBuilder lifecycle)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        LifecycleBuilder consent = lifecycle;
        consent.OpensWith<ConsentAsked>().GoTo(Asked);
        consent.While(Asked).On<ConsentAsked>().GoTo(AskedAgain);
        consent.While(AskedAgain).On<ConsentAsked>().Stay();
        consent.WhileOpen().On<ConsentConfirmed>().GoTo(Confirmed);
        consent.WhileOpen().On<ConsentRefused>().GoTo(Refused);
        consent.While(Asked).For(options.LapsesAfter).GoTo(Lapsed);
        consent.While(AskedAgain).For(options.LapsesAfter).GoTo(Lapsed);

        // Whoever asks has just done so, and waits for it.
        consent.OnEntering(Asked).Send("opt-in-confirm").By(options.Channels).AtAnyHour();
        consent.OnEntering(AskedAgain).Send("opt-in-confirm").Named("opt-in-confirm-again").By(options.Channels).AtAnyHour();
        consent.OnEntering(Asked).After(options.RemindAfter).Send("opt-in-reminder").By(options.Channels);
        consent.OnEntering(Confirmed).Send("opt-in-welcome").By(options.Channels).AtAnyHour();
    }
}
