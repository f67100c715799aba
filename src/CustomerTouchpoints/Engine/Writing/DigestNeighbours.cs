using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Digests;
using CustomerTouchpoints.Touchpoints.Gate;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>
/// Which other journeys a batch has to lock: those with items of digests that close, or come to their turn again, in its own.
/// </summary>
internal static class DigestNeighbours
{
    /// <summary>
    /// To whom the digests belong that a journey carries and that have not ended: their rows are written under these locks.
    /// </summary>
    public static IEnumerable<CustomerId> OwnersIn(JourneySnapshot journey)
    {
        foreach (OpenTouchpoint open in journey.Unfinished())
        {
            if (open.Contents is { } contents)
            {
                yield return contents.Owner;
            }
        }
    }

    /// <param name="journeys">The journeys of the batch.</param>
    /// <param name="customerOf">A customer as they were loaded; unheard where they were not.</param>
    /// <param name="now">Now.</param>
    public static IEnumerable<JourneyId> Of(
        IEnumerable<JourneySnapshot> journeys,
        Func<CustomerId, CustomerSnapshot> customerOf,
        DateTimeOffset now
    )
    {
        foreach (JourneySnapshot journey in journeys)
        {
            foreach (OpenTouchpoint open in journey.Touchpoints)
            {
                if (!open.IsWaiting || !(open.NextAt <= now))
                {
                    continue;
                }

                if (open.SeatedUntil <= now && open.Customer is { } customer)
                {
                    foreach (var seat in customerOf(customer).Digests.Closed(open.InDigest!.Digest, open.Route, now))
                    {
                        yield return seat.Journey;
                    }
                }
                else if (DigestTrimming.IsDueFor(open))
                {
                    foreach (DigestItem item in open.Contents!.Items)
                    {
                        yield return item.Journey;
                    }
                }
            }
        }
    }
}
