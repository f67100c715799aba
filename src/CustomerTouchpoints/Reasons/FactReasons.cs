namespace CustomerTouchpoints.Reasons;

/// <summary>What became of a fact, and why.</summary>
internal static class FactReasons
{
    public static readonly ReasonKind Closed = new("closed", "the journey ended in {state} for good");

    public static readonly ReasonKind RoleTaken = new("role-taken", "the role {role} is already filled by another customer");

    public static readonly ReasonKind IdReused = new(
        "id-reused",
        "the event id \"{id}\" was raised before with another name or other data; it was {first} then. Give this fact an id of its own"
    );

    public static readonly ReasonKind Opened = new("opened", "opened in {state}");

    public static readonly ReasonKind Moved = new("moved", "{from} → {to}");

    public static readonly ReasonKind Handled = new("handled", "handled in {state}");

    public static readonly ReasonKind Told = new("told-in", "told in {state}");

    public static readonly ReasonKind Noted = new("noted", "noted in {state}");

    public static readonly ReasonKind AlreadyReached = new("already-reached", "{state} was already reached");

    public static readonly ReasonKind ReachedLaterState = new("reached-later-state", "the line has already reached {state}");

    public static readonly ReasonKind NotAnswered = new("not-answered", "{state} does not answer {event}");

    public static readonly ReasonKind GuardRefused = new("guard-refused", "{state} answers {event} only when {condition}");

    public static readonly ReasonKind GuardsRefused = new(
        "guards-refused",
        "{state} answers {event} only when one of these holds: {conditions}"
    );

    public static readonly ReasonKind NotOpening = new("not-opening", "the journey has not opened, and this event does not open it");

    public static readonly ReasonKind CustomerUnknown = new(
        "customer-unknown",
        "the journey has not opened: nobody has said who its customer is"
    );

    public static readonly ReasonKind TooManyParked = new(
        "too-many-parked",
        "the journey has not opened, and {most} events wait for it already"
    );

    public static readonly ReasonKind HadWaited = new("had-waited", "had waited for the journey to open: {because}");

    public static readonly ReasonKind TooMuchParked = new(
        "too-much-parked",
        "the events that wait for the journey to open would carry more than {most} characters. Say who its customer is, or "
            + "raise less data."
    );

    public static readonly ReasonKind TooMuchData = new(
        "too-much-data",
        "the journey's data would grow to {length} characters; {most} is the most. Raise less data, or under names that "
            + "replace older ones."
    );

    public static readonly ReasonKind ConditionFailed = new("condition-failed", "the condition \"{condition}\" failed with {exception}");

    public static readonly ReasonKind DecisionFailed = new("decision-failed", "deciding it failed with {exception}");

    public static readonly ReasonKind Upgraded = new(
        "upgraded",
        "version {version} is no longer registered; it goes on under version {next}[: {from} → {to}]"
    );

    public static IReadOnlyList<ReasonKind> All =>
        [
            Closed,
            RoleTaken,
            IdReused,
            Opened,
            Moved,
            Handled,
            Told,
            Noted,
            AlreadyReached,
            ReachedLaterState,
            NotAnswered,
            GuardRefused,
            GuardsRefused,
            NotOpening,
            CustomerUnknown,
            TooManyParked,
            HadWaited,
            TooMuchParked,
            TooMuchData,
            ConditionFailed,
            DecisionFailed,
            Upgraded,
        ];
}
