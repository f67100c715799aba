namespace CustomerTouchpoints.Reasons;

/// <summary>Why a message that is a fallback of another one waits, leaves or does not.</summary>
internal static class FallbackReasons
{
    public static readonly ReasonKind StandsBy = new(
        "stands-by",
        "a fallback: it leaves unless the message before it is known to be {event} by {until}"
    );

    public static readonly ReasonKind Called = new("fallback-called", "the message before it, by {channel}, did not reach them: {because}");

    public static readonly ReasonKind FellBack = new("fell-back", "attempt {attempt} by {channel}, instead of the message before it");

    public static readonly ReasonKind FellBackInDoubt = new(
        "fell-back-in-doubt",
        "attempt {attempt} by {channel}, a possible repeat: the message before it has left, and nobody knows that it was {event}"
    );

    public static readonly ReasonKind TakenOver = new("taken-over", "its fallback by {channel} leaves instead of it");

    public static readonly ReasonKind NotNeeded = new("fallback-not-needed", "the message before it is known to be {event}");

    public static readonly ReasonKind EndedTogether = new("fallback-ended", "the message before it will not be told: {because}");

    public static IReadOnlyList<ReasonKind> All => [StandsBy, Called, FellBack, FellBackInDoubt, TakenOver, NotNeeded, EndedTogether];
}
