namespace CustomerTouchpoints.Storage;

/// <summary>How a channel's provider calls a message that it has accepted: what a receipt finds its touchpoint by.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Reference">The provider's own id, from 1 to 500 characters.</param>
/// <param name="Touchpoint">The touchpoint. A provider may call several alike.</param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record ReferenceRow(Channel Channel, string Reference, TouchpointId Touchpoint);
