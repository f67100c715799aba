namespace CustomerTouchpoints.Storage;

/// <summary>Remembers that an event was raised, in a table of its own.</summary>
/// <param name="Key">The event's key; unique.</param>
/// <param name="Fingerprint">A hash of the event's name and data.</param>
/// <param name="Sequence">The number of the event's first journal entry within its journey, written in the same batch.</param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record EventKeyRow(EventKey Key, long Fingerprint, long Sequence);
