namespace CustomerTouchpoints.Storage;

/// <summary>
/// One entry of a customer's own append-only record: of what no journey's journal tells. What they were told is in the journals of their
/// journeys.
/// </summary>
public sealed record CustomerJournalRow
{
    /// <summary>The customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The entry's number within the customer's journal, from 1 without gaps; unique with the customer.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it was recorded, by the engine's clock.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>What it is about.</summary>
    public required string Name { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>The consequences: JSON text that replays into the customer's row.</summary>
    public required string Changes { get; init; }
}
