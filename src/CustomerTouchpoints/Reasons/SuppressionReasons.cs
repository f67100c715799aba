namespace CustomerTouchpoints.Reasons;

/// <summary>Why addresses must not be written to.</summary>
internal static class SuppressionReasons
{
    public static readonly ReasonKind Suppressed = new(
        "suppressed",
        "the customer's address for {channel} must not be written to since {since:u}: {because}"
    );

    public static readonly ReasonKind Manual = new("suppressed-manually", "somebody has said so");

    public static readonly ReasonKind HardBounce = new("suppressed-by-bounce", "a message came back for good");

    public static readonly ReasonKind Complaint = new("suppressed-by-complaint", "a message was complained of");

    public static readonly ReasonKind Unsubscribed = new("suppressed-by-unsubscribing", "who has it unsubscribed");

    public static IReadOnlyList<ReasonKind> All => [Suppressed, Manual, HardBounce, Complaint, Unsubscribed];
}
