namespace CustomerTouchpoints.Storage;

/// <summary>One entry of a journey's append-only record.</summary>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record JournalRow
{
    /// <summary>The journey.</summary>
    public required JourneyId Journey { get; init; }

    /// <summary>The entry's number within the journey, from 1 without gaps; unique with the journey.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it was recorded, by the engine's clock.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When what it records happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>What kind of entry it is, such as <c>event</c> or <c>timer</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about: the event's, timer's or touchpoint's name.</summary>
    public required string Name { get; init; }

    /// <summary>The host's event id, for an event.</summary>
    public string? EventId { get; init; }

    /// <summary>What came of it, in one word.</summary>
    public required string Outcome { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>The consequences: JSON text that replays into the journey's memory.</summary>
    public required string Changes { get; init; }

    /// <summary>The event's data as JSON text, kept beside the journal so that it can be erased; null where there is none.</summary>
    public string? Data { get; init; }
}
