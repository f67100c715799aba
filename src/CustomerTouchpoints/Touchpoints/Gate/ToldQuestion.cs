using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>
/// Has its customer been told the same fact by another rule. Who plays a role is asked anew: it may have turned out meanwhile that two
/// roles are played by one customer.
/// </summary>
internal static class ToldQuestion
{
    public static GateAnswer.No? Ask(Deliberation deliberation, OpenTouchpoint touchpoint)
    {
        if (touchpoint.SameFact is not { } fact)
        {
            return null;
        }

        foreach (OtherTelling other in fact.Others)
        {
            if (
                other.Told is { } told
                && (
                    told.Customer == touchpoint.Customer
                    || deliberation.Journey.PartyOf(told.Touchpoint.Role)?.Customer == touchpoint.Customer
                )
            )
            {
                return new GateAnswer.No(
                    TouchpointStatus.Skipped,
                    PlanReasons.ToldAlready.With(told.Touchpoint.Rule, told.Touchpoint.ToString())
                )
                {
                    IsTold = true,
                };
            }
        }

        return null;
    }
}
