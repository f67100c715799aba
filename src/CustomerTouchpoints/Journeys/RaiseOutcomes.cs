using System.Diagnostics;

namespace CustomerTouchpoints.Journeys;

/// <summary>What came of a raised event, as its entry has it and as its caller hears it.</summary>
internal static class RaiseOutcomes
{
    public static JournalEntryOutcome ToEntryOutcome(this RaiseOutcome outcome) =>
        outcome switch
        {
            RaiseOutcome.Moved => JournalEntryOutcome.Moved,
            RaiseOutcome.Handled => JournalEntryOutcome.Handled,
            RaiseOutcome.NoEffect => JournalEntryOutcome.NoEffect,
            RaiseOutcome.Late => JournalEntryOutcome.Late,
            RaiseOutcome.Conflict => JournalEntryOutcome.Conflict,
            RaiseOutcome.Parked => JournalEntryOutcome.Parked,
            RaiseOutcome.Closed => JournalEntryOutcome.Closed,
            RaiseOutcome.Faulted => JournalEntryOutcome.Faulted,
            _ => throw new UnreachableException($"No entry is made of {outcome}."),
        };

    public static RaiseOutcome ToRaiseOutcome(this JournalEntryOutcome outcome) =>
        outcome switch
        {
            JournalEntryOutcome.Moved => RaiseOutcome.Moved,
            JournalEntryOutcome.Handled => RaiseOutcome.Handled,
            JournalEntryOutcome.NoEffect => RaiseOutcome.NoEffect,
            JournalEntryOutcome.Late => RaiseOutcome.Late,
            JournalEntryOutcome.Conflict => RaiseOutcome.Conflict,
            JournalEntryOutcome.Parked => RaiseOutcome.Parked,
            JournalEntryOutcome.Closed => RaiseOutcome.Closed,
            JournalEntryOutcome.Faulted => RaiseOutcome.Faulted,
            _ => throw new UnreachableException($"{outcome} does not come of an event."),
        };
}
