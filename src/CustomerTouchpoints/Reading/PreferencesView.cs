using CustomerTouchpoints.Customers;

namespace CustomerTouchpoints.Reading;

/// <summary>How a customer would rather be told, with the evidence.</summary>
/// <remarks>Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back.</remarks>
public sealed record PreferencesView
{
    /// <summary>The customer.</summary>
    public required CustomerId Id { get; init; }

    /// <summary>What stands: the defaults where they never said anything.</summary>
    public required CustomerPreferences Standing { get; init; }

    /// <summary>When they said it; null where they never said anything.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>All that was ever recorded, in the order in which it was.</summary>
    public IReadOnlyList<PreferencesEvidence> Evidence { get; init; } = [];
}
