using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Email.Words;
using MimeKit;

namespace CustomerTouchpoints.Email.Bounces;

/// <summary>
/// Complaints by RFC 5965 (ARF), as feedback loops of providers send them; and those of Microsoft, which are a mail in a mail.
/// </summary>
/// <remarks>Pure.</remarks>
internal static class ComplaintShape
{
    /// <summary>The header by which Microsoft names who complained, in the mail that comes back.</summary>
    private const string MicrosoftRecipient = "X-HmXmrOriginalRecipient";

    public static Finding? Read(MimeMessage message) =>
        MailParts.Of(message).OfType<MessageFeedbackReport>().FirstOrDefault() is { } report ? OfReport(report.Fields)
        : MailParts.Of(message).OfType<MessagePart>().FirstOrDefault()?.Message?.Headers[MicrosoftRecipient] is { } recipient
            ? new Finding(MailKind.Complaint, ReceiptKind.Complained, recipient.Trim(), Words: "abuse")
        : null;

    private static Finding OfReport(HeaderList fields)
    {
        string type = (fields["Feedback-Type"] ?? "").Trim().ToLowerInvariant();
        return new Finding(
            MailKind.Complaint,
            type switch
            {
                "abuse" or "fraud" or "virus" or "other" or "miscategorized" or "complaint" => ReceiptKind.Complained,
                "opt-out" or "opt-out-list" or "unsubscribe" => ReceiptKind.Unsubscribed,

                // "not-spam" takes a complaint back, "auth-failure" is about our signatures: neither is about the reader's wish.
                _ => null,
            },
            fields["Original-Rcpt-To"]?.Trim().Trim('<', '>') ?? fields["Removal-Recipient"]?.Trim(),
            Words: type,
            Sender: fields["Original-Mail-From"]
        );
    }
}
