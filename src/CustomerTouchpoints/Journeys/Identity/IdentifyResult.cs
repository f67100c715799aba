namespace CustomerTouchpoints.Journeys;

/// <summary>What came of saying who plays a role, and why.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record IdentifyResult
{
    /// <summary>The journey.</summary>
    public required JourneyId Journey { get; init; }

    /// <summary>The role.</summary>
    public required string Role { get; init; }

    /// <summary>What came of it.</summary>
    public required IdentifyOutcome Outcome { get; init; }

    /// <summary>Why.</summary>
    public required Reason Reason { get; init; }
}
