using CustomerTouchpoints.Delivery;

namespace CustomerTouchpoints.Email.Bounces;

/// <summary>What a shape has read out of a report, before it is known which message it is about.</summary>
/// <param name="Kind">What the mail is.</param>
/// <param name="Receipt">What it reports; null for nothing.</param>
/// <param name="Recipient">Whom it names.</param>
/// <param name="Status">The status by RFC 3463.</param>
/// <param name="Words">What the server said.</param>
/// <param name="Sender">The envelope's sender that it names: our own return path.</param>
internal sealed record Finding(
    MailKind Kind,
    ReceiptKind? Receipt,
    string? Recipient = null,
    string? Status = null,
    string? Words = null,
    string? Sender = null
);
