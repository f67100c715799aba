using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Responses.Clocks;

namespace CustomerTouchpoints.Reading;

/// <summary>The ledger of one clock, folded from its journal: nothing in it was computed afterwards.</summary>
internal static class ClockLedger
{
    public static IReadOnlyList<ClockSegment> Of(string clock, int cycle, IEnumerable<JournalEntry> entries)
    {
        var segments = new List<ClockSegment>();
        JourneyClock? last = null;
        foreach (JourneyClock moved in entries.SelectMany(entry => entry.Changes).OfType<ClockMoved>().Select(change => change.Clock))
        {
            if (moved.Clock == clock && moved.Cycle == cycle)
            {
                Add(segments, last, moved);
                last = moved;
            }
        }

        return segments;
    }

    private static void Add(List<ClockSegment> segments, JourneyClock? before, JourneyClock moved)
    {
        if (before is not null && IsSame(before, moved))
        {
            return;
        }

        if (before is not null && moved.StartedAt != before.StartedAt && moved.Since == moved.StartedAt)
        {
            // It counts anew: the earlier segments are those of another measurement.
            segments.Clear();
        }
        else if (before is not null)
        {
            // It was brought back: what came after the instant at which it goes on has not been.
            while (segments.Count > 1 && segments[^1].From > moved.Since)
            {
                segments.RemoveAt(segments.Count - 1);
            }

            TimeSpan used = segments.SkipLast(1).Aggregate(TimeSpan.Zero, (sum, segment) => sum + segment.Used);
            segments[^1] = segments[^1] with { To = moved.Since, Used = moved.Used - used };
        }

        segments.Add(
            new ClockSegment(
                moved.Since,
                moved.EndedAt,
                moved.Status,
                TimeSpan.Zero,
                moved.Reason,
                moved.Policy,
                moved.Place,
                moved.Calendar
            )
        );
    }

    /// <summary>Whether it is still in the same segment: a mark was passed, or it is known to be another's.</summary>
    private static bool IsSame(JourneyClock before, JourneyClock moved) =>
        before.Since == moved.Since
        && before.Status == moved.Status
        && before.Policy == moved.Policy
        && before.Place == moved.Place
        && before.Calendar == moved.Calendar
        && before.StartedAt == moved.StartedAt;
}
