using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Storage;

/// <summary>The part of a journal entry that is stored as one text: where the journey stood before and after, and every change.</summary>
internal sealed record EntryBody(string? From, string? To, IReadOnlyList<Change> Changes);
