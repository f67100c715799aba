using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Simulation.Invariants;

internal sealed class LineMovesForward : ILaw
{
    public string Words => "a line goes back by an explicit transition only";

    public IEnumerable<string> Breaches(JourneyBook book, JournalEntry entry, JourneySnapshot before, JourneySnapshot after)
    {
        if (
            after.Mark >= before.Mark
            && (
                entry.Outcome != JournalEntryOutcome.Moved
                || book.Definition.StepReachedBy(entry.Name) is not { } step
                || step > before.Mark
            )
        )
        {
            yield break;
        }

        bool isExplicit =
            entry.Kind is JournalEntryKind.Timer or JournalEntryKind.Version
            || (before.State is { } state && book.Definition.TransitionsOn(state, entry.Name).Count > 0);
        if (!isExplicit)
        {
            yield return $"the mark was {before.Mark} and is {after.Mark}";
        }
    }
}
