using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Responses.Clocks;

/// <summary>The targets of the journey's version were changed under its number.</summary>
internal sealed record TargetsChanged : Input
{
    public override void Decide(Deliberation deliberation) => TargetChanges.Decide(deliberation);
}
