using CustomerTouchpoints.Delivery.Receipts;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Delivery;

/// <summary>A touchpoint that has ended, as far as receipts ask: its journey remembers nothing of it.</summary>
/// <param name="Order">Its place among the touchpoints of its journey.</param>
/// <param name="Channel">The channel that it took.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Reason">Why.</param>
/// <param name="Attempts">How many attempts were begun.</param>
/// <param name="Received">What was reported of it before.</param>
internal sealed record EndedTouchpoint(
    long Order,
    Channel Channel,
    TouchpointStatus Status,
    Reason Reason,
    int Attempts,
    ReceiptSet Received
);
