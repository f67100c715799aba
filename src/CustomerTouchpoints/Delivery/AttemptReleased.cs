using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Delivery;

/// <summary>An attempt was claimed, and surely never begun: it goes back to wait.</summary>
internal sealed record AttemptReleased(long Order, int Attempt, long Term, Reason Reason) : Input
{
    public override void Decide(Deliberation deliberation) => Outcomes.Decide(deliberation, this);
}
