using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Delivery;

/// <summary>What came of a receipt, in words.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record ReceiptResult
{
    /// <summary>What came of it.</summary>
    public required ReceiptOutcome Outcome { get; init; }

    /// <summary>The message; null where it was not found.</summary>
    public TouchpointId? Touchpoint { get; init; }

    /// <summary>Where the message stands now; null where it was not found.</summary>
    public TouchpointStatus? Status { get; init; }

    /// <summary>Why, in words.</summary>
    public required Reason Reason { get; init; }

    /// <summary>Whether an address must not be written to, or not for all messages, because of it.</summary>
    public bool IsAddressStopped { get; init; }
}
