using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Digests;
using CustomerTouchpoints.Touchpoints.Gate;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>
/// Finds in the journeys of a batch what leaves in one digest, and has it leave there: the digest is carried by one of them, and all of
/// them are written in one commit.
/// </summary>
/// <param name="loaded">What the batch has locked.</param>
/// <param name="workOf">A journey of the batch, which has caught up by an instant; null where nobody knows it here.</param>
internal sealed class DigestGathering(LoadedBatch loaded, Func<JourneyId, DateTimeOffset, JourneyWork?> workOf)
{
    /// <summary>What leaves with a message, if that leaves now.</summary>
    /// <param name="home">The journey of the message.</param>
    /// <param name="lead">The message.</param>
    /// <param name="recipient">Who is told.</param>
    /// <param name="now">Now.</param>
    /// <returns>What waits in other journeys; null where not all of them are locked.</returns>
    public IReadOnlyList<GatheredItem>? CompanionsOf(JourneyWork home, OpenTouchpoint lead, Recipient recipient, DateTimeOffset now)
    {
        if (lead is not { Attempts: 0, InDigest.Digest: var digest } || !(lead.SeatedUntil <= now))
        {
            return [];
        }

        JourneyId[] journeys =
        [
            .. home.CustomerOf(lead)
                .Digests.Closed(digest, lead.Route, now)
                .Select(seat => seat.Journey)
                .Where(journey => journey != home.Journey.Id)
                .Distinct(),
        ];
        return journeys.All(loaded.Asked.Contains)
            ?
            [
                .. journeys
                    .Select(journey => workOf(journey, now))
                    .OfType<JourneyWork>()
                    .SelectMany(work => Joining(work, lead, home.Definition.TopicOf(lead.Rule)?.Name, recipient, now)),
            ]
            : null;
    }

    /// <summary>Which items of a digest have ended in other journeys, before it surely has left.</summary>
    /// <returns>The items; null where not all of their journeys are locked.</returns>
    public IReadOnlyList<DigestItem>? EndedOf(JourneyWork home, OpenTouchpoint digest, DateTimeOffset now)
    {
        if (!DigestTrimming.IsDueFor(digest))
        {
            return [];
        }

        DigestItem[] others = [.. digest.Contents!.Items.Where(item => item.Journey != home.Journey.Id)];
        return others.All(item => loaded.Asked.Contains(item.Journey))
            ? [.. others.Where(item => workOf(item.Journey, now) is { } work && DigestTrimming.HasEnded(work.Journey, item))]
            : null;
    }

    /// <summary>What a digest that has begun takes with it leaves the other journeys.</summary>
    public void Take(JourneyWork home, OpenTouchpoint digest, DateTimeOffset now)
    {
        TouchpointId id = digest.IdIn(home.Journey.Id);
        foreach (IGrouping<JourneyId, DigestItem> items in digest.Contents!.Items.GroupBy(item => item.Journey))
        {
            if (items.Key != home.Journey.Id)
            {
                workOf(items.Key, now)!.Take(new DigestTaken([.. items.Select(item => item.Order)], id) { Now = now });
            }
        }
    }

    private IEnumerable<GatheredItem> Joining(
        JourneyWork work,
        OpenTouchpoint lead,
        string? topic,
        Recipient recipient,
        DateTimeOffset now
    ) =>
        DigestJoining.Of(
            new Deliberation(work.Definition, work.Settings, work.Journey, loaded.Customers.Customers, now),
            lead,
            topic,
            recipient
        );
}
