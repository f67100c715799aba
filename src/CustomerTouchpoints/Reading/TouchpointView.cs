using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Reading;

/// <summary>One message for one customer on one occasion: where it stands, and why.</summary>
/// <remarks>Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back.</remarks>
public sealed record TouchpointView
{
    /// <summary>What it is; unique. Its text parses back, and is fit for a URL path once encoded.</summary>
    public required TouchpointId Id { get; init; }

    /// <summary>The journey that it belongs to; null for one that belongs to its <see cref="Customer"/>.</summary>
    public required JourneyId? Journey { get; init; }

    /// <summary>The key of the rule that planned it.</summary>
    public required string Rule { get; init; }

    /// <summary>The role that is told; empty for one that belongs to a customer.</summary>
    public required string Role { get; init; }

    /// <summary>Its place among the touchpoints of its journey or customer, from 1, in the order they were planned.</summary>
    public required long Order { get; init; }

    /// <summary>Who is told; null while nobody plays the role.</summary>
    public CustomerId? Customer { get; init; }

    /// <summary>The template that is rendered.</summary>
    public required string Template { get; init; }

    /// <summary>What kind of message it is.</summary>
    public required Category Category { get; init; }

    /// <summary>The channel that the gate chose, or the first one of its route.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Where it stands.</summary>
    public required TouchpointStatus Status { get; init; }

    /// <summary>Why it stands there.</summary>
    public required Reason Reason { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>When it was to be told.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When it last changed, by the engine's clock.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>How many attempts were begun.</summary>
    public required int Attempts { get; init; }

    /// <summary>Whether more than one attempt may have arrived.</summary>
    public required bool MayBeRepeated { get; init; }

    /// <summary>What its provider has reported of it, by when it happened.</summary>
    public IReadOnlyList<ReceiptView> Receipts { get; init; } = [];
}
