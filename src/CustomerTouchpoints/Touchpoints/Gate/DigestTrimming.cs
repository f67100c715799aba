using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Touchpoints.Digests;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>
/// A digest that surely has not left yet, and comes to its turn again, loses what has ended meanwhile: it tells no more than is true.
/// </summary>
internal static class DigestTrimming
{
    /// <summary>Whether what an item tells has ended in its journey: the state that it depends on, or its matter is solved.</summary>
    /// <remarks>A state that nobody knows any more had another name in an earlier version.</remarks>
    public static bool HasEnded(JourneySnapshot journey, DigestItem item) =>
        (item.Scope is { } scope && journey.VisitOf(scope) is { } visit && !(visit.Lasts && visit.Number == item.Visit))
        || (journey.IsSolved && !item.Stands);

    /// <summary>Whether its items are looked at again: an attempt that may have left has told them.</summary>
    public static bool IsDueFor(OpenTouchpoint touchpoint) => touchpoint is { Contents: not null, Attempts: > 0, Doubts: 0 };

    /// <summary>Takes out of a digest what has ended.</summary>
    /// <returns>What is left to be told; null where nothing is, and it was withdrawn.</returns>
    public static OpenTouchpoint? Trim(Deliberation deliberation, OpenTouchpoint digest, TouchpointTurn turn)
    {
        if (!IsDueFor(digest))
        {
            return digest;
        }

        IReadOnlyList<DigestItem> items = digest.Contents!.Items;
        bool[] stays =
        [
            .. items.Select(item =>
                item.Journey == deliberation.Journey.Id ? !HasEnded(deliberation.Journey, item) : !turn.Ended.Contains(item)
            ),
        ];
        int left = stays.Count(stay => stay);
        if (left == items.Count)
        {
            return digest;
        }

        string name = digest.IdIn(deliberation.Journey.Id).ToString();
        if (left == 0)
        {
            deliberation.Consider(name, null);
            deliberation.Add(new TouchpointEnded(digest.Order, TouchpointStatus.Withdrawn, DigestReasons.Over));
            deliberation.Record(JournalEntryKind.Gate, name, JournalEntryOutcome.Withdrawn, DigestReasons.Over, deliberation.Now);
            return null;
        }

        deliberation.Consider(name, DigestData.Without(digest.Data!.Value, place => stays[place]));
        deliberation.Add(new DigestTrimmed(digest.Order, [.. items.Where((_, place) => stays[place])]) { Place = digest.Place });
        deliberation.Record(
            JournalEntryKind.Gate,
            name,
            digest.Status.ToEntryOutcome(),
            DigestReasons.Trimmed.With(items.Count - left),
            deliberation.Now
        );
        return deliberation.Journey.Touchpoint(digest.Order);
    }
}
