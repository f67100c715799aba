namespace CustomerTouchpoints.Storage;

/// <summary>A journal entry with its place in the journal of all journeys.</summary>
/// <param name="Place">Where it stands: a text that only the store reads, and that stays true for good.</param>
/// <param name="Entry">The entry.</param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record PlacedEntry(string Place, JournalRow Entry);
