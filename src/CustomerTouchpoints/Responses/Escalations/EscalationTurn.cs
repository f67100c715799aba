using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Responses.Escalations;

/// <summary>The host's people are to be told of a clock, and there is room for a call.</summary>
internal sealed record EscalationTurn(long Number) : Input
{
    public override void Decide(Deliberation deliberation) => Escalating.Decide(deliberation, this);
}
