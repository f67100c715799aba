using System.Text.Json;
using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Simulation.Invariants;

internal sealed class DataIsNewest : ILaw
{
    public string Words => "what an accepted event brings is the newest";

    public IEnumerable<string> Breaches(JourneyBook book, JournalEntry entry, JourneySnapshot before, JourneySnapshot after)
    {
        if (
            entry.Kind == JournalEntryKind.Event
            && entry.Outcome is JournalEntryOutcome.Moved or JournalEntryOutcome.Handled
            && entry.Data is { } data
            && data.TryGetProperty("n", out JsonElement told)
            && (!after.Data.Element.TryGetProperty("n", out JsonElement kept) || kept.GetInt32() != told.GetInt32())
        )
        {
            yield return $"it brought n = {told}, and the journey has {after.Data.Text}";
        }

        if (
            entry.Outcome == JournalEntryOutcome.Late
            && before.Data.Element.TryGetProperty("n", out JsonElement newer)
            && after.Data.Element.GetProperty("n").GetInt32() != newer.GetInt32()
        )
        {
            yield return "a late fact replaced what was newer";
        }
    }
}
