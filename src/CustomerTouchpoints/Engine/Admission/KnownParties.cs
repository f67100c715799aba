using System.Collections.Concurrent;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Admission;

/// <summary>
/// Who plays a role in which journey, as far as admission has seen it. Only a hint: the writer looks again under lock. Thread-safe.
/// </summary>
internal sealed class KnownParties(ITouchpointStore store)
{
    private const int MostRemembered = 100_000;

    private readonly ConcurrentDictionary<JourneyId, IReadOnlyList<CustomerId>> remembered = new();
    private int added;

    /// <summary>The customers of a journey, from memory or from the store. One that does not exist has none.</summary>
    public async ValueTask<IReadOnlyList<CustomerId>> OfAsync(JourneyId journey, CancellationToken cancellationToken) =>
        remembered.TryGetValue(journey, out IReadOnlyList<CustomerId>? known)
            ? known
            : (await OfEachAsync([journey], cancellationToken).ConfigureAwait(false))[journey];

    /// <summary>The customers of each journey, from memory or from the store. A journey that does not exist has none.</summary>
    public async ValueTask<IReadOnlyDictionary<JourneyId, IReadOnlyList<CustomerId>>> OfEachAsync(
        IReadOnlyCollection<JourneyId> journeys,
        CancellationToken cancellationToken
    )
    {
        var customers = new Dictionary<JourneyId, IReadOnlyList<CustomerId>>(journeys.Count);
        var missing = new List<JourneyId>();
        foreach (JourneyId journey in journeys)
        {
            if (remembered.TryGetValue(journey, out IReadOnlyList<CustomerId>? known))
            {
                customers[journey] = known;
            }
            else
            {
                customers[journey] = [];
                missing.Add(journey);
            }
        }

        if (missing.Count > 0)
        {
            foreach (JourneyRow row in await store.ReadJourneysAsync(missing, cancellationToken).ConfigureAwait(false))
            {
                JourneySnapshot journey = JourneyRows.ToSnapshot(row);
                Remember(journey);
                customers[journey.Id] = [.. journey.Parties.Select(party => party.Customer)];
            }
        }

        return customers;
    }

    public void Remember(JourneySnapshot journey)
    {
        if (remembered.TryGetValue(journey.Id, out IReadOnlyList<CustomerId>? known) && AreOf(journey, known))
        {
            return;
        }

        // Counted apart: to count what is in the dictionary takes all of its locks.
        if (Interlocked.Increment(ref added) > MostRemembered)
        {
            remembered.Clear();
            Interlocked.Exchange(ref added, 0);
        }

        remembered[journey.Id] = [.. journey.Parties.Select(party => party.Customer)];
    }

    private static bool AreOf(JourneySnapshot journey, IReadOnlyList<CustomerId> known)
    {
        bool areSame = known.Count == journey.Parties.Length;
        for (int i = 0; areSame && i < known.Count; i++)
        {
            areSame = known[i] == journey.Parties[i].Customer;
        }

        return areSame;
    }
}
