using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>Is there still a customer: who was erased is told nothing, from the moment at which it was begun.</summary>
internal static class ErasureQuestion
{
    public static GateAnswer.No? Ask(Deliberation deliberation, OpenTouchpoint touchpoint) =>
        deliberation.IsErased(touchpoint.Customer!.Value) ? new GateAnswer.No(TouchpointStatus.Withdrawn, IdentityReasons.Erased) : null;
}
