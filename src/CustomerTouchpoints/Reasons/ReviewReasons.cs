namespace CustomerTouchpoints.Reasons;

/// <summary>What a person has decided about messages.</summary>
internal static class ReviewReasons
{
    public static readonly ReasonKind LetGo = new("let-go", "let go out by {by}: {words}");

    public static readonly ReasonKind KnownArrived = new("known-arrived", "known to have arrived by {by}: {words}");

    public static readonly ReasonKind Discarded = new("discarded-by", "discarded by {by}: {words}");

    public static readonly ReasonKind Withdrawn = new("withdrawn-by", "withdrawn by {by}: {words}");

    public static readonly ReasonKind OneWithdrawn = new("one-withdrawn", "one touchpoint {because}");

    public static readonly ReasonKind ManyWithdrawn = new("many-withdrawn", "{count} touchpoints {because}");

    public static readonly ReasonKind NoSuchTouchpoint = new("no-such-touchpoint", "there is no touchpoint of this id");

    public static readonly ReasonKind NotWaiting = new("not-waiting", "it waits for nobody's decision; it is {status}: {because}");

    public static readonly ReasonKind OfCustomer = new(
        "of-customer",
        "it belongs to a customer and to no journey, and this version can't decide about it; it stays {status}: {because}"
    );

    public static readonly ReasonKind TooManyOpen = new(
        "too-many-to-resend",
        "{count} messages of the journey are on their way: let some of them leave first"
    );

    public static readonly ReasonKind BeingLookedUp = new(
        "being-looked-up",
        "{channel} is being asked what became of it, next at {at:u}: until that has an end it can be called sent or be "
            + "discarded, and does not go out again"
    );

    public static IReadOnlyList<ReasonKind> All =>
        [
            LetGo,
            KnownArrived,
            Discarded,
            Withdrawn,
            OneWithdrawn,
            ManyWithdrawn,
            NoSuchTouchpoint,
            NotWaiting,
            OfCustomer,
            BeingLookedUp,
            TooManyOpen,
        ];
}
