using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>
/// Is there room under the limits. What goes beyond a budget waits for the next window, a burst for an operator. It is asked last, so that
/// nothing is counted that does not leave.
/// </summary>
internal static class RoomQuestion
{
    public static GateAnswer.Later? Ask(Deliberation deliberation, OpenTouchpoint touchpoint, TouchpointTurn turn)
    {
        foreach (Tally tally in turn.Tallies.Where(tally => tally.IsSpent))
        {
            Limit limit = tally.Limit;
            if (!limit.NeedsApproval)
            {
                return new GateAnswer.Later(GateReasons.BudgetSpent.With(limit.Scope.ToString(), limit.Most, limit.Window), tally.End);
            }

            if (!deliberation.Settings.Switches.Approves(limit.Scope, touchpoint.PlannedAt))
            {
                return new GateAnswer.Later(GateReasons.NeedsApproval.With(limit.Scope.ToString(), limit.Most, limit.Window), null);
            }
        }

        return null;
    }
}
