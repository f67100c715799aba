using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Delivery;

/// <summary>A provider reports something of a touchpoint.</summary>
/// <param name="Touchpoint">The touchpoint.</param>
/// <param name="Order">Its place in its journey.</param>
/// <param name="Kind">What is reported.</param>
/// <param name="At">When it happened.</param>
/// <param name="Ended">The touchpoint, where it has ended; null where its journey remembers it.</param>
internal sealed record ReceiptReported(TouchpointId Touchpoint, long Order, ReceiptKind Kind, DateTimeOffset At, EndedTouchpoint? Ended)
    : Input
{
    /// <summary>What the provider calls the receipt; null where it does not.</summary>
    public string? Id { get; init; }

    /// <summary>The provider's words; null for none.</summary>
    public string? Details { get; init; }

    public override void Decide(Deliberation deliberation) => ReceiptRules.Decide(deliberation, this);
}
