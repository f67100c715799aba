namespace CustomerTouchpoints.Reasons;

/// <summary>What customers said of kinds of messages.</summary>
internal static class ConsentReasons
{
    public static readonly ReasonKind Granted = new(
        "consent-granted",
        "agreed to {category} messages[ by {channel}]: {source}, recorded by {by}"
    );

    public static readonly ReasonKind Withdrawn = new(
        "consent-withdrawn",
        "does not want {category} messages[ by {channel}]: {source}, recorded by {by}"
    );

    public static readonly ReasonKind Declined = new(
        "declined",
        "the customer has not wanted {category} messages[ by {channel}] since {since:u}"
    );

    public static IReadOnlyList<ReasonKind> All => [Granted, Withdrawn, Declined];
}
