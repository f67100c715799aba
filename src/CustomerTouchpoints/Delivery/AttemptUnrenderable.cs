using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Delivery;

/// <summary>The message of an attempt could not be rendered; a person must look.</summary>
internal sealed record AttemptUnrenderable(long Order, int Attempt, long Term, Reason Reason) : Input
{
    public override void Decide(Deliberation deliberation) => Outcomes.Decide(deliberation, this);
}
