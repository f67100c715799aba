namespace CustomerTouchpoints.Journeys.Moves;

/// <summary>The host reports something else under an event id that it has used before.</summary>
internal sealed record FactRepeated(IncomingEvent Event, RaiseOutcome FirstOutcome) : Input
{
    public override void Decide(Deliberation deliberation) => Facts.Refuse(deliberation, this);
}
