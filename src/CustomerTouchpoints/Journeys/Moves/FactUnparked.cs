namespace CustomerTouchpoints.Journeys.Moves;

/// <summary>The journey has opened, and a fact that waited for it has its turn.</summary>
internal sealed record FactUnparked(ParkedEvent Event) : Input
{
    public override void Decide(Deliberation deliberation) => Facts.Unpark(deliberation, Event);

    public override void Fail(Deliberation deliberation, Reason fault)
    {
        deliberation.Consider(Event.Name, Event.Data);
        deliberation.Add(new EventUnparked(Event.Id));
        deliberation.Record(JournalEntryKind.Event, Event.Name, JournalEntryOutcome.Faulted, fault, Event.OccurredAt, Event.Id);
    }
}
