namespace CustomerTouchpoints.Storage;

/// <summary>Everything that one batch writes, already folded: each row at most once.</summary>
public sealed record BatchWrites
{
    /// <summary>Journeys that did not exist.</summary>
    public IReadOnlyList<JourneyRow> NewJourneys { get; init; } = [];

    /// <summary>Journeys that were loaded by this batch and have changed.</summary>
    public IReadOnlyList<JourneyRow> ChangedJourneys { get; init; } = [];

    /// <summary>Journal entries, in order within each journey.</summary>
    public IReadOnlyList<JournalRow> Journal { get; init; } = [];

    /// <summary>Keys of the events that were raised.</summary>
    public IReadOnlyList<EventKeyRow> EventKeys { get; init; } = [];

    /// <summary>Touchpoints that were planned.</summary>
    public IReadOnlyList<TouchpointRow> NewTouchpoints { get; init; } = [];

    /// <summary>Touchpoints of earlier batches that have changed.</summary>
    public IReadOnlyList<TouchpointRow> ChangedTouchpoints { get; init; } = [];

    /// <summary>Customers whose traits are new or have changed.</summary>
    public IReadOnlyList<CustomerRow> Customers { get; init; } = [];

    /// <summary>Roles that were filled.</summary>
    public IReadOnlyList<PartyRow> Parties { get; init; } = [];
}
