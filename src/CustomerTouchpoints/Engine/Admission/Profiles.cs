using CustomerTouchpoints.Customers;

namespace CustomerTouchpoints.Engine.Admission;

/// <summary>
/// What the directory says of the customers of journeys, asked once for many journeys. Each journey gets its own customers alone, so that a
/// batch locks and loads no others. Thread-safe.
/// </summary>
internal sealed class Profiles(KnownParties parties, CachedDirectory directory)
{
    /// <summary>Of the customers that a journey is known to have.</summary>
    public async ValueTask<IReadOnlyDictionary<CustomerId, Recipient>> OfAsync(JourneyId journey, CancellationToken cancellationToken) =>
        await FindAsync(await parties.OfAsync(journey, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Of the customers that a fact names, or of those that its journey is known to have.</summary>
    public ValueTask<IReadOnlyDictionary<CustomerId, Recipient>> OfAsync(IncomingEvent fact, CancellationToken cancellationToken) =>
        fact.Parties.Count > 0 ? FindAsync([.. fact.Parties.Values], cancellationToken) : OfAsync(fact.Journey, cancellationToken);

    /// <summary>Of the customers that these journeys are known to have, and of those that facts name; by journey.</summary>
    public async ValueTask<IReadOnlyDictionary<JourneyId, IReadOnlyDictionary<CustomerId, Recipient>>> OfEachAsync(
        IReadOnlyCollection<JourneyId> journeys,
        IReadOnlyCollection<IncomingEvent> facts,
        CancellationToken cancellationToken
    )
    {
        var customers = (await parties.OfEachAsync(journeys, cancellationToken).ConfigureAwait(false)).ToDictionary(
            journey => journey.Key,
            journey => new HashSet<CustomerId>(journey.Value)
        );
        foreach (IncomingEvent fact in facts)
        {
            if (!customers.TryGetValue(fact.Journey, out HashSet<CustomerId>? named))
            {
                customers[fact.Journey] = named = [];
            }

            named.UnionWith(fact.Parties.Values);
        }

        IReadOnlyDictionary<CustomerId, Recipient> found = await FindAsync(
                [.. customers.Values.SelectMany(ids => ids).Distinct()],
                cancellationToken
            )
            .ConfigureAwait(false);
        return customers.ToDictionary<KeyValuePair<JourneyId, HashSet<CustomerId>>, JourneyId, IReadOnlyDictionary<CustomerId, Recipient>>(
            journey => journey.Key,
            journey => journey.Value.ToDictionary(id => id, id => found[id])
        );
    }

    private ValueTask<IReadOnlyDictionary<CustomerId, Recipient>> FindAsync(
        IReadOnlyCollection<CustomerId> customers,
        CancellationToken cancellationToken
    ) =>
        customers.Count > 0
            ? directory.FindAsync(customers, cancellationToken)
            : ValueTask.FromResult<IReadOnlyDictionary<CustomerId, Recipient>>(new Dictionary<CustomerId, Recipient>());
}
