namespace CustomerTouchpoints.Reasons;

/// <summary>Why an inbox has changed, as observers hear it.</summary>
internal static class InboxReasons
{
    public static readonly ReasonKind Arrived = new("inbox-arrived", "a message came into the inbox");

    public static readonly ReasonKind Read = new("inbox-read", "the customer read a message of the inbox");

    public static readonly ReasonKind Deleted = new("inbox-deleted", "the customer deleted a message of the inbox");

    public static IReadOnlyList<ReasonKind> All => [Arrived, Read, Deleted];
}
