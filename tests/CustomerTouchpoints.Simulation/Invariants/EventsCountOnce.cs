using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Simulation.Invariants;

internal sealed class EventsCountOnce : ILaw
{
    public string Words => "no event counts twice";

    public IEnumerable<string> Breaches(JourneyBook book, JournalEntry entry, JourneySnapshot before, JourneySnapshot after)
    {
        if (
            entry.Kind != JournalEntryKind.Event
            || entry.Outcome is JournalEntryOutcome.Conflict or JournalEntryOutcome.Faulted or JournalEntryOutcome.Parked
        )
        {
            yield break;
        }

        JournalEntry? earlier = book
            .Entries.SkipLast(1)
            .FirstOrDefault(other =>
                other.EventId == entry.EventId
                && other.Kind == JournalEntryKind.Event
                && other.Outcome is not (JournalEntryOutcome.Conflict or JournalEntryOutcome.Faulted or JournalEntryOutcome.Parked)
            );
        if (earlier is not null)
        {
            yield return $"event {entry.EventId} was {earlier.Outcome} in entry {earlier.Sequence} already";
        }
    }
}
