using System.Collections.Immutable;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>What of a journey waits for nobody but a person, within a batch: which rows beside the journey's are to be written.</summary>
/// <param name="loaded">The journey as the batch found it.</param>
internal sealed class Shelf(JourneySnapshot loaded)
{
    private readonly ImmutableSortedDictionary<long, OpenTouchpoint> before = loaded.TouchpointMemory.Shelved;

    /// <summary>Whether all of it is to be written: the journey's own row, by a host of an earlier version, held some.</summary>
    public bool MustBeWritten { get; init; }

    /// <summary>Adds what waits now and did not before, or not like this, and what waits no longer.</summary>
    /// <param name="writes">What is to be written.</param>
    /// <param name="journey">The journey as it stands now.</param>
    /// <param name="changed">The touchpoints that the batch has planned or changed.</param>
    public void AddTo(BatchWritesBuilder writes, JourneySnapshot journey, IEnumerable<long> changed)
    {
        ImmutableSortedDictionary<long, OpenTouchpoint> now = journey.TouchpointMemory.Shelved;
        if (ReferenceEquals(now, before) && !MustBeWritten)
        {
            return;
        }

        // Another version may have other names for all of them.
        bool isAnew = MustBeWritten || journey.Version != loaded.Version;
        foreach (long order in isAnew ? now.Keys.Union(changed) : changed)
        {
            if (now.TryGetValue(order, out OpenTouchpoint? waiting))
            {
                writes.Add(JourneyRows.ToShelvedRow(journey.Id, waiting));
            }
            else if (before.ContainsKey(order))
            {
                writes.Add(new ShelvedRow(journey.Id, order, null));
            }
        }
    }
}
