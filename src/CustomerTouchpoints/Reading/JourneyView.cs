namespace CustomerTouchpoints.Reading;

/// <summary>One journey: where it stands, what could come next, and what its customers were told, are told and will be told.</summary>
/// <remarks>
/// Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back. Its parts are read
/// one after the other: what is committed meanwhile may show in one and not yet in another.
/// </remarks>
public sealed record JourneyView
{
    /// <summary>The journey; unique. Its text parses back.</summary>
    public required JourneyId Id { get; init; }

    /// <summary>The version of the lifecycle that it follows.</summary>
    public required int Version { get; init; }

    /// <summary>The state that it is in; null until it opens.</summary>
    public string? State { get; init; }

    /// <summary>
    /// The words in which customers hear of the state. Null until it opens, and where its lifecycle or version is not registered here.
    /// </summary>
    public string? Says { get; init; }

    /// <summary>
    /// The steps of its progress line, in their order. Empty without a line, and where its lifecycle or version is not registered here.
    /// </summary>
    public IReadOnlyList<StepView> Line { get; init; } = [];

    /// <summary>Where it stands as a whole.</summary>
    public required JourneyStanding Standing { get; init; }

    /// <summary>When it was first heard of.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it is in its state, by the time at which it happened; null until it opens.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The number of its last journal entry.</summary>
    public required long Sequence { get; init; }

    /// <summary>When the engine looks at it next if nothing happens before; null when nothing in it is due.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Who plays which role. A role that nobody plays yet is left out.</summary>
    public IReadOnlyDictionary<string, CustomerId> Parties { get; init; } = new Dictionary<string, CustomerId>();

    /// <summary>
    /// The events that would have an effect now. Empty for a closed journey, and where its lifecycle or version is not registered here.
    /// </summary>
    public IReadOnlyList<AcceptedEventView> Accepts { get; init; } = [];

    /// <summary>
    /// Every touchpoint of it, in the order they were planned: planned, held, sent, in review, and what became of the others.
    /// </summary>
    public IReadOnlyList<TouchpointView> Touchpoints { get; init; } = [];

    /// <summary>
    /// How many messages and promises were left out, because too many of it waited already (<see
    /// cref="TouchpointsOptions.MaxOpenTouchpoints"/>): its journal tells which.
    /// </summary>
    public long LeftOut { get; init; }

    /// <summary>Its response clocks, open ones and ended ones, by name and cycle.</summary>
    public IReadOnlyList<ClockView> Clocks { get; init; } = [];

    /// <summary>What its customers were promised and is still to be kept.</summary>
    public IReadOnlyList<PromiseView> OpenPromises { get; init; } = [];

    /// <summary>What its customers were promised and has not come, though its time is over.</summary>
    public IReadOnlyList<PromiseView> OverduePromises { get; init; } = [];
}
