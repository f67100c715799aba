using CustomerTouchpoints.Delivery;

namespace CustomerTouchpoints.Storage;

/// <summary>What a provider has reported of a touchpoint: at most one row of a kind.</summary>
/// <param name="Touchpoint">The touchpoint.</param>
/// <param name="Kind">What was reported; unique with the touchpoint.</param>
/// <param name="At">When it happened.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record ReceiptRow(TouchpointPlace Touchpoint, ReceiptKind Kind, DateTimeOffset At, DateTimeOffset RecordedAt);
