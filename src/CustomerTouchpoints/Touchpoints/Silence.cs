using System.Collections.Immutable;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>
/// Solved: what is still to come falls silent. Facts that are already due stand, and so does what <c>Afterwards</c> rules have planned;
/// conditions, facts that had to wait, also for a person, and everything due later are withdrawn.
/// </summary>
internal static class Silence
{
    public static void Fall(Deliberation deliberation)
    {
        foreach (OpenTouchpoint open in deliberation.Journey.Unfinished())
        {
            if (open.Status != TouchpointStatus.Sending && !Stands(deliberation, open, deliberation.Journey.Touchpoints))
            {
                string? state = deliberation.Journey.State;
                deliberation.Add(
                    new TouchpointEnded(
                        open.Order,
                        open.Unsent(TouchpointStatus.Withdrawn),
                        open.Status == TouchpointStatus.InReview
                            ? PlanReasons.AndSolved.After(open.Reason, state)
                            : PlanReasons.Solved.With(state)
                    )
                );
            }
        }
    }

    private static bool Stands(Deliberation deliberation, OpenTouchpoint open, ImmutableArray<OpenTouchpoint> all) =>
        Stands(deliberation, open)
        && (
            open.SameFact is null
            || SameFacts.Before(open, all).All(first => first.Status == TouchpointStatus.Sending || Stands(deliberation, first))
        );

    private static bool Stands(Deliberation deliberation, OpenTouchpoint open) =>
        open.Contents is not null
        || deliberation.Definition.FindRule(open.Rule) is { Afterwards: true }
        || (open.Scope is null && open.InDigest is null && open.Status == TouchpointStatus.Planned && IsDue(deliberation, open));

    /// <summary>What was due when it was planned is due, even if another host planned it and its clock is a little ahead.</summary>
    private static bool IsDue(Deliberation deliberation, OpenTouchpoint open) => open.Due <= deliberation.Now || open.Due <= open.PlannedAt;
}
