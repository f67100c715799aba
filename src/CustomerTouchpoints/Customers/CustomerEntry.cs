using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Customers;

/// <summary>
/// One entry of a customer's own journal: of what no journey's journal tells. Who was told what, and who plays which role, is in the
/// journals of the journeys.
/// </summary>
internal sealed record CustomerEntry
{
    /// <summary>Its number within the customer's journal, from 1.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>What it is about.</summary>
    public required string Name { get; init; }

    public required Reason Reason { get; init; }

    public required IReadOnlyList<CustomerChange> Changes { get; init; }

    /// <summary>What stays of it when its customer is erased: that there was one, and what replaying needs.</summary>
    public CustomerEntry Erased()
    {
        CustomerChange[] kept = [.. Changes.Select(change => change.Erased()).OfType<CustomerChange>()];
        return kept.OfType<CustomerErased>().Any() ? this : this with { Reason = IdentityReasons.Forgotten, Changes = kept };
    }
}
