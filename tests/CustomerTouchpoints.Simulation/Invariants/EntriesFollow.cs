using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Simulation.Invariants;

internal sealed class EntriesFollow : ILaw
{
    public string Words => "each entry goes on from the one before";

    public IEnumerable<string> Breaches(JourneyBook book, JournalEntry entry, JourneySnapshot before, JourneySnapshot after)
    {
        JournalEntry? last = book.Entries.Count > 1 ? book.Entries[^2] : null;
        if (entry.Sequence != (last?.Sequence ?? 0) + 1)
        {
            yield return $"its number does not follow {last?.Sequence}";
        }

        if (entry.From != last?.To)
        {
            yield return $"it begins in {entry.From}, and the one before ended in {last?.To}";
        }

        if (entry.To != after.State)
        {
            yield return $"it says that it ends in {entry.To}, and its changes end in {after.State}";
        }
    }
}
