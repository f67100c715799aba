using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>The switches have changed since something was held behind one: its turn comes again.</summary>
internal sealed record SwitchesChanged : Input
{
    public override void Decide(Deliberation deliberation) => Turns.ComeAgain(deliberation);
}
