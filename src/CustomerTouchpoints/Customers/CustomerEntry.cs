namespace CustomerTouchpoints.Customers;

/// <summary>
/// One entry of a customer's own journal: of what no journey's journal tells. Who was told what, and who plays which role, is in the
/// journals of the journeys.
/// </summary>
internal sealed record CustomerEntry
{
    /// <summary>Its number within the customer's journal, from 1.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>What it is about.</summary>
    public required string Name { get; init; }

    public required Reason Reason { get; init; }

    public required IReadOnlyList<CustomerChange> Changes { get; init; }
}
