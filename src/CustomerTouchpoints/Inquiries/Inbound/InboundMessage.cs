namespace CustomerTouchpoints.Inquiries;

/// <summary>A message that has come in by mail, or by another channel on which customers write without saying about what.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record InboundMessage
{
    /// <summary>The mail's <c>Message-ID</c>, or the channel's own id: what comes twice is taken once.</summary>
    public required string MessageId { get; init; }

    /// <summary>Who wrote it, as the host finds them by the address.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The text, as it came: quoted history and signature are cut off, and kept aside.</summary>
    public required string Text { get; init; }

    /// <summary>The channel. Default: email.</summary>
    public Channel Channel { get; init; } = Channel.Email;

    /// <summary>The subject; null where there is none.</summary>
    public string? Subject { get; init; }

    /// <summary>The addresses that it was written to: one may carry a reference. Default: none.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>The mails that it answers, as <c>In-Reply-To</c> and <c>References</c> name them. Default: none.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>
    /// Whether a machine sent it, by RFC 3834: <c>AutomaticMail.IsAutomatic</c> of CustomerTouchpoints.Email says so. It is kept, and is
    /// neither the customer's word nor answered.
    /// </summary>
    public bool IsAutomatic { get; init; }

    /// <summary>When it was written; null means now.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What came with it, by reference. Default: nothing.</summary>
    public IReadOnlyList<InquiryAttachment> Attachments { get; init; } = [];
}
