using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>A touchpoint of which something is reported, as it was committed last.</summary>
/// <param name="Row">The touchpoint.</param>
/// <param name="Receipts">What was reported of it before.</param>
internal sealed record ReceivedTouchpoint(TouchpointRow Row, IReadOnlyList<ReceiptRow> Receipts);
