using System.Text.Json;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Journeys;

/// <summary>One entry of a journey's journal, with everything that follows from it.</summary>
internal sealed record JournalEntry
{
    public required long Sequence { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required JournalEntryKind Kind { get; init; }

    /// <summary>The event's name, the timer's key, or the touchpoint's id.</summary>
    public required string Name { get; init; }

    public string? EventId { get; init; }

    /// <summary>What came of it, in one word.</summary>
    public required JournalEntryOutcome Outcome { get; init; }

    public required Reason Reason { get; init; }

    /// <summary>The state before; null while the journey had not opened.</summary>
    public required string? From { get; init; }

    /// <summary>The state after; null while the journey has not opened.</summary>
    public required string? To { get; init; }

    public required IReadOnlyList<Change> Changes { get; init; }

    public JsonElement? Data { get; init; }

    /// <summary>The entry without data and free texts. Replaying it gives what is left of the journey.</summary>
    public JournalEntry Erased() =>
        this with
        {
            Data = null,
            Reason = Reason.Erased(),
            Changes = [.. Changes.Select(change => change.Erased())],
        };
}
