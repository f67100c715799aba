using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>Reads touchpoints that journeys carry: their own, and digests, which belong to customers.</summary>
internal static class CarriedTouchpoints
{
    /// <summary>Reads those that exist, in any order; none that nobody carries.</summary>
    public static async Task<IReadOnlyList<TouchpointRow>> ReadCarriedAsync(
        this ITouchpointStore store,
        IReadOnlyCollection<TouchpointId> touchpoints,
        CancellationToken cancellationToken
    )
    {
        TouchpointId[] ofJourneys = [.. touchpoints.Where(id => id.Customer is null)];
        List<TouchpointRow> found =
            ofJourneys.Length == 0
                ? []
                : [.. await store.Receipts.ReadTouchpointsAsync(ofJourneys, cancellationToken).ConfigureAwait(false)];
        foreach (TouchpointId digest in touchpoints.Where(id => id is { Customer: not null, Carrier: not null }))
        {
            if (await store.FindTouchpointAsync(digest, cancellationToken).ConfigureAwait(false) is { } row)
            {
                found.Add(row);
            }
        }

        return found;
    }

    /// <summary>Its place among the touchpoints of the journey that carries it.</summary>
    public static TouchpointPlace PlaceInCarrier(this TouchpointRow row) => new(row.Id.Carrier!.Value, row.Order);
}
