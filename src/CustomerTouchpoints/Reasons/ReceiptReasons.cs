namespace CustomerTouchpoints.Reasons;

/// <summary>What providers report of messages later, and what comes of it.</summary>
internal static class ReceiptReasons
{
    public static readonly ReasonKind Delivered = new("receipt-delivered", "{channel} reports that it arrived[: {details}]");

    public static readonly ReasonKind Opened = new("receipt-opened", "{channel} reports that it was opened[: {details}]");

    public static readonly ReasonKind Clicked = new("receipt-clicked", "{channel} reports that a link in it was followed[: {details}]");

    public static readonly ReasonKind Read = new("receipt-read", "{channel} reports that it was read[: {details}]");

    public static readonly ReasonKind SoftBounced = new("receipt-soft-bounced", "{channel} reports that it came back for now[: {details}]");

    public static readonly ReasonKind HardBounced = new(
        "receipt-hard-bounced",
        "{channel} reports that it came back for good[: {details}]"
    );

    public static readonly ReasonKind Complained = new("receipt-complained", "{channel} reports a complaint of it[: {details}]");

    public static readonly ReasonKind Unsubscribed = new(
        "receipt-unsubscribed",
        "{channel} reports that its reader unsubscribed[: {details}]"
    );

    public static readonly ReasonKind Repeated = new("receipt-repeated", "it was reported before, and stands as it stood: {because}");

    public static readonly ReasonKind NothingLeft = new("receipt-nothing-left", "nothing of it was ever sent; it stands as {status}");

    public static readonly ReasonKind NoSuchReference = new(
        "receipt-no-such-reference",
        "no message by {channel} is called {reference} here, or not yet"
    );

    public static readonly ReasonKind NoSuchTouchpoint = new("receipt-no-such-touchpoint", "there is no such touchpoint");

    public static readonly ReasonKind Ambiguous = new(
        "receipt-ambiguous",
        "{count} messages by {channel} are called {reference}: report by the touchpoint, or with the address"
    );

    public static IReadOnlyList<ReasonKind> All =>
        [
            Delivered,
            Opened,
            Clicked,
            Read,
            SoftBounced,
            HardBounced,
            Complained,
            Unsubscribed,
            Repeated,
            NothingLeft,
            NoSuchReference,
            NoSuchTouchpoint,
            Ambiguous,
        ];
}
