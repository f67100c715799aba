namespace CustomerTouchpoints.Storage;

/// <summary>
/// A journey as it is stored: plain columns for what is searched and reported, and its memory as text that only the engine reads.
/// </summary>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record JourneyRow
{
    /// <summary>The journey; unique.</summary>
    public required JourneyId Id { get; init; }

    /// <summary>The version of the lifecycle that it follows.</summary>
    public required int Version { get; init; }

    /// <summary>The state it is in; null until it opens.</summary>
    public string? State { get; init; }

    /// <summary>Where it stands as a whole: <c>awaiting</c>, <c>open</c>, <c>solved</c> or <c>closed</c>.</summary>
    public required string Standing { get; init; }

    /// <summary>The number of its last journal entry.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it was first heard of.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// The earliest instant at which something in it is due; null when nothing is. Indexed, and only where it is not null.
    /// </summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>
    /// The term whose attempts are under way in it; null when none are, which is when none of its touchpoints is being sent. Indexed, and
    /// only where it is not null.
    /// </summary>
    public long? SendingTerm { get; init; }

    /// <summary>
    /// The revision of the switches at which something in it was held; null when nothing is. Indexed, and only where it is not null.
    /// </summary>
    public long? HeldAtRevision { get; init; }

    /// <summary>Everything else the engine remembers of it: JSON text.</summary>
    public required string Memory { get; init; }

    /// <summary>The data its events have brought: a JSON object as text.</summary>
    public required string Data { get; init; }
}
