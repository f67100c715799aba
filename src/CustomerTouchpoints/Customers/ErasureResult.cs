namespace CustomerTouchpoints.Customers;

/// <summary>What was erased of a customer.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record ErasureResult
{
    /// <summary>Who was erased: the customer that the given one had turned out to be, where two were merged.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>
    /// How many journeys they played a role in, and nothing is known of any more but what stands in docs/concepts/identity.md.
    /// </summary>
    public required int Journeys { get; init; }
}
