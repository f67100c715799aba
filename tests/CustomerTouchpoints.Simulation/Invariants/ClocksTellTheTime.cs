using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Simulation.Generating;

namespace CustomerTouchpoints.Simulation.Invariants;

internal sealed class ClocksTellTheTime : ILaw
{
    public string Words => "a clock says how long it took, and when it was too long, whoever noticed it when";

    public IEnumerable<string> Breaches(JourneyBook book, JournalEntry entry, JourneySnapshot before, JourneySnapshot after)
    {
        foreach (JourneyClock clock in entry.Changes.OfType<ClockMoved>().Select(change => change.Clock))
        {
            TimeSpan sum = ClockLedger
                .Of(clock.Clock, clock.Cycle, book.Entries)
                .Aggregate(TimeSpan.Zero, (used, segment) => used + segment.Used);
            if (sum != clock.Used)
            {
                yield return $"{clock.Clock} says that {clock.Used:c} was used, and its segments add up to {sum:c}";
            }

            if (clock.Clock == RandomClocks.Judged && Judge(book, clock) is { } breach)
            {
                yield return breach;
            }
        }
    }

    /// <summary>What is left at the end: a deadline that has passed was noticed.</summary>
    public static IEnumerable<string> LeftBehind(JourneySnapshot journey, DateTimeOffset now) =>
        from clock in journey.Clocks.All
        where clock is { Status: ClockStatus.Running, BreachedAt: null } && clock.NextAt < now
        select $"{clock.Clock} was due at {clock.NextAt:O}, and nobody has noticed";

    /// <summary>
    /// Whether a version came by a clock that lay behind what was recorded before: from when the new targets then count nobody can say.
    /// </summary>
    private static bool WasUpgradedInItsPast(JourneyBook book) =>
        book
            .Entries.Zip(book.Entries.Skip(1))
            .Any(pair => pair.Second.Kind == JournalEntryKind.Version && pair.Second.RecordedAt < pair.First.RecordedAt);

    private static string? Judge(JourneyBook book, JourneyClock clock)
    {
        if (
            book.Definition.Responses?.TargetsOf(clock.Clock) is not [{ } target]
            || book.HasChangedState
            || WasUpgradedInItsPast(book)
            || !book.WasAlwaysMeasured(clock.Clock)
        )
        {
            return null;
        }

        ClockOracle oracle = book.Oracle(target);
        foreach (JournalEntry entry in book.Entries)
        {
            oracle.See(entry);
        }

        DateTimeOffset? breachedAt =
            oracle.BreachedAt ?? (clock.Status == ClockStatus.Running && clock.BreachedAt is not null ? oracle.DueAt : null);
        return oracle.Used != clock.Used ? $"{clock.Clock} says that {clock.Used:c} was used by {clock.Since:O}, and it was {oracle.Used:c}"
            : breachedAt != clock.BreachedAt
                ? $"{clock.Clock} says that it was breached at {clock.BreachedAt:O}, and it was at {breachedAt:O}"
            : oracle.DueAt != clock.DueAt ? $"{clock.Clock} says that it is due at {clock.DueAt:O}, and it is at {oracle.DueAt:O}"
            : null;
    }
}
