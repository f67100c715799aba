using CustomerTouchpoints.Delivery;

namespace CustomerTouchpoints.Reading;

/// <summary>What a provider has reported of a touchpoint; of each kind the first one that came.</summary>
/// <param name="Kind">What it reported.</param>
/// <param name="At">When it happened.</param>
/// <param name="RecordedAt">When it was recorded, by the engine's clock.</param>
/// <remarks>Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back.</remarks>
public sealed record ReceiptView(ReceiptKind Kind, DateTimeOffset At, DateTimeOffset RecordedAt);
