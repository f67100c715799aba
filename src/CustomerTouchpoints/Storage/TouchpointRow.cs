using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Storage;

/// <summary>A touchpoint as it is stored, of a journey or of a customer: its id says which.</summary>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record TouchpointRow
{
    /// <summary>What it is; unique.</summary>
    public required TouchpointId Id { get; init; }

    /// <summary>The number of the entry that planned it, in the journal of its journey or customer.</summary>
    public required long PlannedBy { get; init; }

    /// <summary>Its place among the touchpoints of its journey or customer, in the order they were planned.</summary>
    public required long Order { get; init; }

    /// <summary>Who is told; null while nobody plays the role. Of one that belongs to a customer, that customer.</summary>
    public CustomerId? Customer { get; init; }

    /// <summary>The template to render.</summary>
    public required string Template { get; init; }

    /// <summary>What kind of message it is.</summary>
    public required Category Category { get; init; }

    /// <summary>The channel that the gate chose, or the first one of its route.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Where it stands.</summary>
    public required TouchpointStatus Status { get; init; }

    /// <summary>Why it stands there, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>When it was to be told.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>How many attempts were begun.</summary>
    public required int Attempts { get; init; }

    /// <summary>Whether more than one attempt may have arrived.</summary>
    public required bool MayBeRepeated { get; init; }
}
