namespace CustomerTouchpoints.Customers;

/// <summary>What came of merging two customers, and why.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record MergeResult
{
    /// <summary>What came of it.</summary>
    public required MergeOutcome Outcome { get; init; }

    /// <summary>The customer who goes on, or whom the id that was to go stands for.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>Why.</summary>
    public required Reason Reason { get; init; }
}
