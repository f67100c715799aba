using CustomerTouchpoints.Delivery;

namespace CustomerTouchpoints.Email.Bounces;

/// <summary>What a mail that has come in says.</summary>
/// <remarks>Immutable; safe to share between threads. What a mail says may be made up: see <see cref="IsProven"/>.</remarks>
public sealed record MailReport
{
    /// <summary>What the mail is.</summary>
    public required MailKind Kind { get; init; }

    /// <summary>What it reports of a message of ours; null where it reports nothing.</summary>
    public ReceiptKind? Receipt { get; init; }

    /// <summary>
    /// The message that it is about: the left part of its Message-ID, 32 hexadecimal digits, which is the reference of a message that left
    /// by SMTP. Null where it names none, or none that could be ours.
    /// </summary>
    public string? Message { get; init; }

    /// <summary>
    /// Whether it names an address that we have signed (<see cref="EmailOptions.ReturnPathKey"/>): then it is about a message that we have
    /// sent, and comes from a server that had it, or from its reader.
    /// </summary>
    public bool IsProven { get; init; }

    /// <summary>The recipient that it is about, as it names them; it may be another than we wrote to, who forwards their mail.</summary>
    public string? Recipient { get; init; }

    /// <summary>The status by RFC 3463, such as <c>5.1.1</c>; null where it says none.</summary>
    public string? Status { get; init; }

    /// <summary>What the server said, on one line, of at most 500 characters, addresses left out.</summary>
    public string? Details { get; init; }
}
