namespace CustomerTouchpoints.Journeys.Moves;

/// <summary>The host reports a fact, checked at the door.</summary>
internal sealed record FactReported(IncomingEvent Event) : Input
{
    public override void Decide(Deliberation deliberation) => Facts.Decide(deliberation, Event);

    public override void Fail(Deliberation deliberation, Reason fault)
    {
        deliberation.Consider(Event.Name, Event.Data);
        Facts.Record(deliberation, Event, RaiseOutcome.Faulted, fault);
    }
}
