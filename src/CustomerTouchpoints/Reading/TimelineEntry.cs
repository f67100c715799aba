namespace CustomerTouchpoints.Reading;

/// <summary>One line of a timeline.</summary>
public sealed record TimelineEntry
{
    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The journey.</summary>
    public required JourneyId Journey { get; init; }

    /// <summary>
    /// What kind of entry it is: <c>event</c>, <c>timer</c>, <c>gate</c>, <c>outcome</c>, <c>question</c>, <c>resolution</c>,
    /// <c>version</c>, <c>clock</c> or <c>promise</c>.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>The event, timer or touchpoint.</summary>
    public required string Name { get; init; }

    /// <summary>What came of it, in one word.</summary>
    public required string Outcome { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }
}
