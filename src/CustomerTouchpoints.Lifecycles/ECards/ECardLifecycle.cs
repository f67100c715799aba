namespace CustomerTouchpoints.Lifecycles.ECards;

/// <summary>
/// A card from one customer to another. The recipient gets it, and one reminder. The sender hears once that it left and once that it was
/// opened, or that it was not or could not be delivered: never nothing.
/// </summary>
/// <remarks>Immutable once constructed; safe to share between threads.</remarks>
public class ECardLifecycle : Lifecycle
{
    /// <summary>The role of who sends the card: the first one.</summary>
    public const string Sender = "sender";

    /// <summary>The role of who gets the card.</summary>
    public const string Recipient = "recipient";

    /// <summary>It is ready to leave.</summary>
    public static readonly State Written = new("written", "it is ready");

    /// <summary>It has left our servers.</summary>
    public static readonly State Left = new("left", "it is on its way");

    /// <summary>It was opened.</summary>
    public static readonly State Opened = new("opened", "it has been opened", StateKind.Solved);

    /// <summary>It was not opened in its time. It can be still.</summary>
    public static readonly State Unopened = new("unopened", "it was not opened yet", StateKind.Solved);

    /// <summary>It could not be delivered, or came back.</summary>
    public static readonly State Undeliverable = new("undeliverable", "it could not be delivered", StateKind.Solved);

    /// <summary>The key of the rule that sends the card, for what becomes of it.</summary>
    public const string CardRule = "card-for-you";

    private readonly ECardOptions options;

    /// <summary>The lifecycle with the default options.</summary>
    public ECardLifecycle()
        : this(new ECardOptions()) { }

    /// <summary>The lifecycle with options.</summary>
    /// <param name="options">Spans, channels, the version. Not changed afterwards.</param>
    public ECardLifecycle(ECardOptions options)
        : base("e-card", options?.Version ?? throw new ArgumentNullException(nameof(options))) => this.options = options;

    /// <inheritdoc/>
    protected override void Define(LifecycleBuilder lifecycle)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        LifecycleBuilder card = lifecycle;
        card.Parties(Sender, Recipient);
        card.Line(Written.ReachedBy<CardWritten>(), Left.ReachedBy(TouchpointEvent.Sent, of: CardRule), Opened.ReachedBy<CardOpened>());
        card.WhileOpen().On(TouchpointEvent.Failed, of: CardRule).GoTo(Undeliverable);
        card.While(Written).For(options.GivenUpAfter).GoTo(Undeliverable);
        card.While(Left).For(options.WaitsFor).GoTo(Unopened);

        card.OnEntering(Written).Send(CardRule).To(Recipient).By(options.RecipientChannels).StaleAfter(options.GivenUpAfter).MustBeHeard();
        card.OnEntering(Left).After(options.RemindAfter).Send("card-waits").To(Recipient).By(options.RecipientChannels);

        card.On(TouchpointEvent.Sent, of: CardRule).Send("card-left").By(options.Channels);
        card.OnEntering(Opened).Send("card-opened").By(options.Channels);
        card.OnEntering(Unopened).Send("card-unopened").By(options.Channels);
        card.OnEntering(Undeliverable).Send("card-undeliverable").By(options.Channels);
    }
}
