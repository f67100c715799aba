using System.Text.Json;

namespace CustomerTouchpoints.Lifecycles.Carts;

/// <summary>
/// A cart. Who leaves it with something in it, and has agreed to such messages, is reminded at most three times, with what is in it then.
/// Whoever comes back to it is left in peace, and what was reminded already still counts. Buying or emptying it ends it.
/// </summary>
/// <remarks>Immutable once constructed; safe to share between threads.</remarks>
public class AbandonedCartLifecycle : Lifecycle
{
    /// <summary>It was bought.</summary>
    public static readonly State Bought = new("bought", "it is bought", StateKind.Final);

    /// <summary>Nothing is in it. What is put in again begins anew.</summary>
    public static readonly State Emptied = new("emptied", "it is empty", StateKind.Solved);

    /// <summary>Nobody came back for it. Who does begins anew.</summary>
    public static readonly State Forgotten = new("forgotten", "it was left", StateKind.Solved);

    private const int MostReminders = 3;

    /// <summary>
    /// A reminder is planned with its state and leaves a moment later, so that it tells a condition: it is withdrawn when the customer
    /// comes back while it is held, over night for instance.
    /// </summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    private static readonly State[] filled =
    [
        new("filled", "something is in it"),
        new("filled-again", "something is in it"),
        new("filled-once-more", "something is in it"),
    ];

    private static readonly State[] reminded =
    [
        new("reminded", "it waits for you"),
        new("reminded-again", "it waits for you"),
        new("reminded-for-good", "it waits for you"),
    ];

    private readonly AbandonedCartOptions options;

    /// <summary>The lifecycle with the default options.</summary>
    public AbandonedCartLifecycle()
        : this(new AbandonedCartOptions()) { }

    /// <summary>The lifecycle with options.</summary>
    /// <param name="options">Spans, channels, the version. Not changed afterwards.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no reminder, or more than three.</exception>
    public AbandonedCartLifecycle(AbandonedCartOptions options)
        : base("cart", options?.Version ?? throw new ArgumentNullException(nameof(options)))
    {
        this.options = options;
        if (options.Reminders.Count is 0 or > MostReminders)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options),
                options.Reminders.Count,
                $"A cart is reminded of once, twice or three times: give {nameof(AbandonedCartOptions.Reminders)} as many spans."
            );
        }
    }

    /// <summary>While the customer is at the cart: for the first time, after one reminder, after two.</summary>
    public static IReadOnlyList<State> Filled => filled;

    /// <summary>Once the customer has left it: after the first reminder, the second, the third.</summary>
    public static IReadOnlyList<State> Reminded => reminded;

    /// <inheritdoc/>
    protected override void Define(LifecycleBuilder lifecycle)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        LifecycleBuilder cart = lifecycle;
        cart.Parties("buyer");
        cart.OpensWith<CartChanged>().GoTo(filled[0]);
        int last = options.Reminders.Count - 1;
        for (int turn = 0; turn <= last; turn++)
        {
            cart.While(filled[turn]).On<CartChanged>().Reenter();
            cart.While(filled[turn]).For(options.Reminders[0]).GoTo(reminded[turn]);
            if (turn < last)
            {
                cart.While(reminded[turn]).On<CartChanged>().GoTo(filled[turn + 1]);
                cart.While(reminded[turn]).For(options.Reminders[turn + 1]).GoTo(reminded[turn + 1]);
            }

            cart.OnEntering(reminded[turn])
                .After(Moment)
                .Send(
                    turn == 0 ? "cart-left"
                    : turn == last ? "cart-last-reminder"
                    : "cart-still-waits"
                )
                .By(options.Channels)
                .As(Category.Promotional)
                .WithPriority(options.Priority)
                .When("something is in it", HasItems);
        }

        cart.While(reminded[last]).On<CartChanged>().Stay();
        cart.While(reminded[last]).For(options.ForgottenAfter).GoTo(Forgotten);
        cart.WhileOpen().On<CartBought>().GoTo(Bought);
        cart.WhileOpen().On<CartEmptied>().GoTo(Emptied);
        foreach (State quiet in (State[])[Emptied, Forgotten])
        {
            cart.While(quiet).On<CartChanged>().GoTo(filled[0]);
            cart.While(quiet).On<CartBought>().GoTo(Bought);
        }
    }

    private static bool HasItems(Situation situation) =>
        situation.JourneyData.TryGetProperty("items", out JsonElement items)
        && items.ValueKind == JsonValueKind.Array
        && items.GetArrayLength() > 0;
}
