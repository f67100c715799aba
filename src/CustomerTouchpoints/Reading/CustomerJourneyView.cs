namespace CustomerTouchpoints.Reading;

/// <summary>A journey in which a customer plays a role.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record CustomerJourneyView
{
    /// <summary>The journey. Its text parses back.</summary>
    public required JourneyId Journey { get; init; }

    /// <summary>The roles that the customer plays in it.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>The state that it is in; null until it opens.</summary>
    public string? State { get; init; }

    /// <summary>Where it stands as a whole.</summary>
    public required JourneyStanding Standing { get; init; }
}
