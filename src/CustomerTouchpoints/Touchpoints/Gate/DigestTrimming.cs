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
        return Keep(deliberation, digest, stays, DigestReasons.Trimmed.With(stays.Count(stay => !stay)), JournalEntryKind.Gate);
    }

    /// <summary>Keeps some of the items of a digest; where none is left, it is withdrawn.</summary>
    /// <param name="deliberation">The decision in the making.</param>
    /// <param name="digest">The digest.</param>
    /// <param name="stays">Which of its items stay.</param>
    /// <param name="reason">Why the others do not.</param>
    /// <param name="kind">What kind of entry says so.</param>
    /// <returns>What is left of it; null where nothing is.</returns>
    public static OpenTouchpoint? Keep(Deliberation deliberation, OpenTouchpoint digest, bool[] stays, Reason reason, JournalEntryKind kind)
    {
        if (stays.All(stay => stay))
        {
            return digest;
        }

        string name = digest.IdIn(deliberation.Journey.Id).ToString();
        if (!stays.Contains(true))
        {
            TouchpointStatus status = digest.Unsent(TouchpointStatus.Withdrawn);
            deliberation.Consider(name, null);
            deliberation.Add(new TouchpointEnded(digest.Order, status, DigestReasons.Over));
            deliberation.Record(kind, name, status.ToEntryOutcome(), DigestReasons.Over, deliberation.Now);
            return null;
        }

        deliberation.Consider(name, DigestData.Without(digest.Data!.Value, place => stays[place]));
        deliberation.Add(
            new DigestTrimmed(digest.Order, [.. digest.Contents!.Items.Where((_, place) => stays[place])]) { Place = digest.Place }
        );
        deliberation.Record(kind, name, digest.Status.ToEntryOutcome(), reason, deliberation.Now);
        return deliberation.Journey.Unfinished(digest.Order);
    }
}
