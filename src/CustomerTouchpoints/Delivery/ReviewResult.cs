using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Delivery;

/// <summary>What came of a person's decision about a touchpoint, in words.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record ReviewResult
{
    /// <summary>The touchpoint.</summary>
    public required TouchpointId Touchpoint { get; init; }

    /// <summary>What came of it.</summary>
    public required ReviewOutcome Outcome { get; init; }

    /// <summary>Where the touchpoint stands now; null when there is none.</summary>
    public TouchpointStatus? Status { get; init; }

    /// <summary>Why, in words.</summary>
    public required Reason Reason { get; init; }
}
