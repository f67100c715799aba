using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Delivery;

/// <summary>A person decides about a touchpoint that waits for one.</summary>
internal sealed record ReviewGiven(TouchpointId Touchpoint, ReviewDecision Decision, string Reason, string By) : Input
{
    public override void Decide(Deliberation deliberation) => Reviews.Decide(deliberation, this);
}
