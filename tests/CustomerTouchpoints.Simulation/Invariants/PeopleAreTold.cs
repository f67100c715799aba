using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Responses.Clocks;

namespace CustomerTouchpoints.Simulation.Invariants;

internal sealed class PeopleAreTold : ILaw
{
    public string Words => "the desk is told of each warning and breach, unless the clock has ended by then or was not breached after all";

    public IEnumerable<string> Breaches(JourneyBook book, JournalEntry entry, JourneySnapshot before, JourneySnapshot after)
    {
        if (entry is not { Kind: JournalEntryKind.Clock, Outcome: JournalEntryOutcome.Withdrawn })
        {
            yield break;
        }

        ClockId id = ClockId.Parse(entry.Name);
        if (
            before.Clocks.Find(id.Clock) is { IsOpen: true } clock
            && clock.Cycle == id.Cycle
            && !(IsOfBreach(entry) && clock.BreachedAt is null)
        )
        {
            yield return $"{id} is {clock.Status}, breached at {clock.BreachedAt:O}: {entry.Reason}";
        }
    }

    /// <summary>Whether an entry says that nobody need hear of a breach any more.</summary>
    public static bool IsOfBreach(JournalEntry entry) =>
        entry.Outcome == JournalEntryOutcome.Withdrawn && entry.Reason.Because?.Code == "told-of-breach";
}
