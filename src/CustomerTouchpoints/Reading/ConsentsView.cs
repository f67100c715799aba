namespace CustomerTouchpoints.Reading;

/// <summary>What a customer agreed to and what they do not want, with the evidence.</summary>
/// <remarks>Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back.</remarks>
public sealed record ConsentsView
{
    /// <summary>The customer.</summary>
    public required CustomerId Id { get; init; }

    /// <summary>
    /// The latest that they said, by kind of message and channel. Where one is about every channel and another about one, the later of the
    /// two counts for it.
    /// </summary>
    public IReadOnlyList<ConsentView> Standing { get; init; } = [];

    /// <summary>All that was ever recorded, in the order in which it was.</summary>
    public IReadOnlyList<ConsentView> Evidence { get; init; } = [];
}
