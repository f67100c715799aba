namespace CustomerTouchpoints;

/// <summary>What came of one raised event, once it is safely stored.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record RaiseResult
{
    /// <summary>The journey that the event was about.</summary>
    public required JourneyId Journey { get; init; }

    /// <summary>What came of the event.</summary>
    public required RaiseOutcome Outcome { get; init; }

    /// <summary>Why: <c>recorded → validated</c> in words, or what kept anything from changing.</summary>
    public required Reason Reason { get; init; }

    /// <summary>The state before the event; null while the journey had not opened.</summary>
    public string? From { get; init; }

    /// <summary>The state after the event; null while the journey has not opened.</summary>
    public string? To { get; init; }

    /// <summary>The touchpoints that this event planned, in order.</summary>
    public IReadOnlyList<TouchpointId> Planned { get; init; } = [];

    /// <summary>For a <see cref="RaiseOutcome.Duplicate"/>: what came of the event when it was first raised.</summary>
    public RaiseOutcome? FirstOutcome { get; init; }
}
