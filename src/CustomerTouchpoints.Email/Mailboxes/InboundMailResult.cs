using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Email.Bounces;
using CustomerTouchpoints.Inquiries;

namespace CustomerTouchpoints.Email.Mailboxes;

/// <summary>What came of a mail that has come in, once it is safely stored.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record InboundMailResult
{
    /// <summary>What came of it.</summary>
    public required InboundMailOutcome Outcome { get; init; }

    /// <summary>What the mail says.</summary>
    public required MailReport Report { get; init; }

    /// <summary>What came of the receipt; null where none was reported.</summary>
    public ReceiptResult? Receipt { get; init; }

    /// <summary>What came of it at the desk; null where it was not given to one.</summary>
    public InquiryResult? Inquiry { get; init; }

    /// <summary>Why nobody takes it, in words without an address; null where somebody does.</summary>
    public string? Reason { get; init; }
}
