using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>A batch of the store, and what its rows say. Disposing it without a commit leaves everything as it was.</summary>
/// <param name="Store">What the store has locked and loaded.</param>
/// <param name="Journeys">The journeys that exist.</param>
/// <param name="Unshelved">Those whose rows hold what belongs into rows of its own: the next commit of one writes these.</param>
/// <param name="Customers">The customers.</param>
/// <param name="Suppressions">What stands against addresses.</param>
/// <param name="Received">The touchpoints of which something is reported, as far as they exist.</param>
internal sealed record LoadedBatch(
    IStoreBatch Store,
    IReadOnlyDictionary<JourneyId, JourneySnapshot> Journeys,
    IReadOnlySet<JourneyId> Unshelved,
    CustomerWork Customers,
    SuppressionWork Suppressions,
    IReadOnlyDictionary<TouchpointId, ReceivedTouchpoint> Received
) : IAsyncDisposable
{
    /// <summary>The journeys that are locked, whether or not they exist.</summary>
    public required IReadOnlySet<JourneyId> Asked { get; init; }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
