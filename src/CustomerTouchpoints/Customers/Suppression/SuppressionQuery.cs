namespace CustomerTouchpoints.Customers;

/// <summary>Which suppressions are asked for. What is null does not matter; all that is given must hold.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record SuppressionQuery
{
    /// <summary>Those of this channel.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Those of this address; <see cref="Channel"/> must be given.</summary>
    public string? Address { get; init; }

    /// <summary>Those for this reason.</summary>
    public SuppressionReason? Reason { get; init; }

    /// <summary>Whether those that were lifted come, too. Default false.</summary>
    public bool IncludeLifted { get; init; }

    /// <summary>Those that come after this one in the order of reading: the <c>Id</c> of the last that was read before.</summary>
    public string? After { get; init; }
}
