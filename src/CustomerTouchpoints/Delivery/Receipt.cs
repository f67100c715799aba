namespace CustomerTouchpoints.Delivery;

/// <summary>What a provider reports of a message later, as a callback of it says.</summary>
/// <remarks>
/// Immutable; safe to share between threads. Say of which message: by <see cref="Touchpoint"/>, or by <see cref="Channel"/> and
/// <see cref="Reference"/>. Check where it comes from first: whoever may report receipts can stop messages to an address.
/// </remarks>
public sealed record Receipt
{
    /// <summary>What it reports.</summary>
    public required ReceiptKind Kind { get; init; }

    /// <summary>The message, by our own id; null where the provider's is known.</summary>
    public TouchpointId? Touchpoint { get; init; }

    /// <summary>Which attempt to send <see cref="Touchpoint"/> it is about, from 1; null, the default, for the last one.</summary>
    public int? Attempt { get; init; }

    /// <summary>The channel of <see cref="Reference"/> and <see cref="Address"/>; null where <see cref="Touchpoint"/> says it.</summary>
    public Channel? Channel { get; init; }

    /// <summary>The provider's own id of the message, as its sender gave it with <c>SendResult.Sent</c>; at most 500 characters.</summary>
    public string? Reference { get; init; }

    /// <summary>
    /// The address that it is about, where the provider says so; at most 500 characters. A bounce, a complaint or unsubscribing then stops
    /// this address, also if nobody knows the message. Null, the default, for the one that the attempt went to.
    /// </summary>
    public string? Address { get; init; }

    /// <summary>The provider's own id of the receipt, for the journal; at most 200 characters. Null by default: what came before is known
    /// by what it says of which message.</summary>
    public string? Id { get; init; }

    /// <summary>When it happened; null, the default, for now. A time in the future counts as now.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The provider's words, such as <c>550 5.1.1 no such user</c>; of long ones the first 1,000 characters are kept. They are
    /// journaled and shown to people: put no address in them.</summary>
    public string? Details { get; init; }
}
