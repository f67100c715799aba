namespace CustomerTouchpoints.Reading;

/// <summary>What the library itself knows of a customer. Name and addresses are the host's, and are never stored.</summary>
/// <remarks>
/// Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back. Its parts are read
/// one after the other: what is committed meanwhile may show in one and not yet in another.
/// </remarks>
public sealed record CustomerView
{
    /// <summary>The host's id of the customer: where another was asked for, the one that it turned out to be.</summary>
    public required CustomerId Id { get; init; }

    /// <summary>When they were erased: what is left are ids and counts; null when they were not.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>What the host's directory said of them last; null when it never did.</summary>
    public TraitsView? Traits { get; init; }

    /// <summary>
    /// What they were told, by category and channel: every attempt that was accepted, and every one of which nobody knows. Counted since
    /// the store keeps contacts.
    /// </summary>
    public IReadOnlyList<ContactView> Contacts { get; init; } = [];

    /// <summary>The added value that they have seen, by name: of all of it, the 64 blocks that they saw last.</summary>
    public IReadOnlyList<AddedValueView> AddedValue { get; init; } = [];

    /// <summary>The journeys in which they play a role, the one that was heard of first at the beginning.</summary>
    public IReadOnlyList<CustomerJourneyView> Journeys { get; init; } = [];

    /// <summary>The touchpoints for them that have not ended: planned, held, on their way, unknown, in review.</summary>
    public IReadOnlyList<TouchpointView> OpenTouchpoints { get; init; } = [];
}
