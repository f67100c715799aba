namespace CustomerTouchpoints.Storage;

/// <summary>An event that was raised before: what it was, and the journal entry that tells what came of it.</summary>
/// <param name="Key">The event's key.</param>
/// <param name="Fingerprint">A hash of its name and data, to tell a repeat from a conflict.</param>
/// <param name="Entry">The first journal entry of the event.</param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record RaisedEvent(EventKey Key, long Fingerprint, JournalRow Entry);
