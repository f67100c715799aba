using CustomerTouchpoints.Customers;

namespace CustomerTouchpoints.Reading;

/// <summary>That an address must not be written to, for one reason. The address itself is not kept: look for it by a query.</summary>
/// <remarks>Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back.</remarks>
public sealed record SuppressionView
{
    /// <summary>What it is called, as to lift it or to read on after it; unique.</summary>
    public required string Id { get; init; }

    /// <summary>The channel.</summary>
    public required Channel Channel { get; init; }

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

    /// <summary>Who lifted it; null while it stands.</summary>
    public string? LiftedBy { get; init; }

    /// <summary>Why it was lifted; null while it stands.</summary>
    public string? LiftedBecause { get; init; }
}
