namespace CustomerTouchpoints.Journeys.Moves;

/// <summary>A timer is due.</summary>
internal sealed record TimerDue(JourneyTimer Timer) : Input
{
    public override void Decide(Deliberation deliberation) => Timers.Decide(deliberation, Timer);

    public override void Fail(Deliberation deliberation, Reason fault)
    {
        deliberation.Add(new TimerSet(Timer with { Due = Now + deliberation.Settings.FaultPause }));
        deliberation.Record(JournalEntryKind.Timer, Timer.Key, JournalEntryOutcome.Faulted, fault, Timer.Due);
    }
}
