using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>The clock was ahead and was set back: what was held by it comes to the gate anew.</summary>
internal sealed record ClockSetBack : Input
{
    public override void Decide(Deliberation deliberation) => Turns.ComeBack(deliberation);
}
