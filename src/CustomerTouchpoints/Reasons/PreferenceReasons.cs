namespace CustomerTouchpoints.Reasons;

/// <summary>How customers said that they would rather be told, and what follows from it.</summary>
internal static class PreferenceReasons
{
    public static readonly ReasonKind Set = new("preferences-set", "said how they would rather be told: {source}, recorded by {by}");

    public static readonly ReasonKind NotPreferred = new(
        "not-preferred",
        "the customer would rather have no[ {topic}] messages[ by {channel}], as they said at {since:u}"
    );

    public static readonly ReasonKind NotRequested = new("not-requested", "the customer has not asked for {topic} messages");

    public static readonly ReasonKind PaceReached = new(
        "pace-reached",
        "the customer wants at most {most}[ {topic}] message in {within}: it waits for room"
    );

    public static readonly ReasonKind PreferredAttempt = new(
        "attempt-by-preference",
        "attempt {attempt} by {channel}, which the customer prefers"
    );

    public static IReadOnlyList<ReasonKind> All => [Set, NotPreferred, NotRequested, PaceReached, PreferredAttempt];
}
