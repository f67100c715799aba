using CustomerTouchpoints.Customers;

namespace CustomerTouchpoints.Storage;

/// <summary>That an address must not be written to, for one reason. It does not say whose address it is.</summary>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record SuppressionRow
{
    /// <summary>The address; its hash alone is unique with the reason.</summary>
    public required AddressHash Address { get; init; }

    /// <summary>Why.</summary>
    public required SuppressionReason Reason { get; init; }

    /// <summary>Which messages it stops.</summary>
    public required SuppressionScope Scope { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Who said so.</summary>
    public required string By { get; init; }

    /// <summary>What else was said of it; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>When it was lifted; null while it stands.</summary>
    public DateTimeOffset? LiftedAt { get; init; }

    /// <summary>Who lifted it.</summary>
    public string? LiftedBy { get; init; }

    /// <summary>Why it was lifted.</summary>
    public string? LiftedBecause { get; init; }
}
