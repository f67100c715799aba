using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Touchpoints.Digests;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>Which messages are to leave in digests, and which of them take another's place there.</summary>
internal static class DigestPlanning
{
    /// <summary>
    /// The digest in which a rule's message is to leave; null where it leaves by itself: its rule says so, or it is urgent.
    /// </summary>
    public static DigestPlace? PlaceOf(Deliberation deliberation, TouchpointRule rule) =>
        rule.Digest is { } digest && deliberation.Settings.Digests.ContainsKey(digest) && !deliberation.AnyHolds(rule.AtOnce, rule.Role)
            ? new DigestPlace(digest, rule.DigestItem)
            : null;

    /// <summary>Lets a message wait in its digest, unless a newer fact of the line tells it as well.</summary>
    /// <param name="deliberation">The decision in the making, whose entry is about the message.</param>
    /// <param name="touchpoint">The message.</param>
    /// <param name="reason">Where it waits.</param>
    /// <param name="closes">When the digest closes.</param>
    public static void Wait(Deliberation deliberation, OpenTouchpoint touchpoint, Reason reason, DateTimeOffset closes)
    {
        (TouchpointStatus status, Reason why) = Planning.Overtaker(deliberation, touchpoint) is { } newer
            ? (TouchpointStatus.Merged, PlanReasons.AndOvertaken.After(reason, newer.Rule))
            : (TouchpointStatus.Held, reason);
        deliberation.Add(
            status == TouchpointStatus.Merged
                ? new TouchpointEnded(touchpoint.Order, status, why)
                : touchpoint.Wait(status, why, closes, deliberation.Now) with
                {
                    ClosesAt = closes,
                }
        );
        string name = touchpoint.IdIn(deliberation.Journey.Id).ToString();
        deliberation.Record(JournalEntryKind.Gate, name, status.ToEntryOutcome(), why, deliberation.Now);
    }

    /// <summary>What tells the same as it was before, and still waits in its digest, is told by the newer one.</summary>
    public static void Replace(Deliberation deliberation, TouchpointRule rule, OpenTouchpoint newer)
    {
        if (rule.DigestItem is not { } item)
        {
            return;
        }

        foreach (OpenTouchpoint older in deliberation.Journey.Touchpoints)
        {
            if (
                older.Order < newer.Order
                && older is { IsWaiting: true, Attempts: 0, InDigest: { } place }
                && place.Item == item
                && place.Digest == rule.Digest
                && older.Role == newer.Role
                && older.Route == newer.Route
            )
            {
                deliberation.Add(new TouchpointEnded(older.Order, TouchpointStatus.Merged, DigestReasons.Replaced.With(newer.Rule, item)));
            }
        }
    }
}
