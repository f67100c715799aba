namespace CustomerTouchpoints.Reading.Exports;

/// <summary>A journey in which a customer plays a role: what happened in it, and what they were told.</summary>
/// <param name="Journey">The journey.</param>
/// <param name="Roles">The roles that they play.</param>
/// <param name="SharedWith">The roles that others play in it: who they are is theirs.</param>
/// <param name="State">The state it is in; null until it opens.</param>
/// <param name="Says">What that state says.</param>
/// <param name="Standing">Where it stands as a whole.</param>
/// <param name="CreatedAt">When it was first heard of.</param>
/// <param name="Journal">Its entries with the data of its events, but for those about messages to others.</param>
/// <param name="Touchpoints">The messages to them.</param>
/// <param name="Clocks">Its response clocks.</param>
/// <param name="Promises">The deadlines that were told or made.</param>
internal sealed record ExportedJourney(
    JourneyId Journey,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> SharedWith,
    string? State,
    string? Says,
    JourneyStanding Standing,
    DateTimeOffset CreatedAt,
    IReadOnlyList<JournalEntryView> Journal,
    IReadOnlyList<TouchpointView> Touchpoints,
    IReadOnlyList<ClockView> Clocks,
    IReadOnlyList<PromiseView> Promises
);
