using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Delivery;

/// <summary>An attempt's host died, or has not reported within its lease.</summary>
/// <param name="Order">The touchpoint.</param>
/// <param name="HostDied">Whether its host belongs to an earlier term.</param>
internal sealed record AttemptLost(long Order, bool HostDied) : Input
{
    public override void Decide(Deliberation deliberation) => Outcomes.Decide(deliberation, this);
}
