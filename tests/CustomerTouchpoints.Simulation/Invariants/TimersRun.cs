using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Simulation.Invariants;

internal sealed class TimersRun : ILaw
{
    public string Words => "what lasts has its timers, and none fires early";

    public IEnumerable<string> Breaches(JourneyBook book, JournalEntry entry, JourneySnapshot before, JourneySnapshot after)
    {
        if (entry.Kind == JournalEntryKind.Timer && entry.OccurredAt > entry.RecordedAt)
        {
            yield return $"it was due at {entry.OccurredAt:O}, and fired at {entry.RecordedAt:O}";
        }

        foreach (Visit visit in after.Visits.Where(visit => visit.Lasts))
        {
            foreach (TimedTransition timed in book.Definition.TimedIn(visit.Scope).Where(timed => !timed.Target.IsWithin(timed.Scope)))
            {
                if (
                    !after.Timers.Any(timer =>
                        timer.Key == timed.TimerKey && (timer.Due == visit.Since + timed.Span || timer.Due == AfterFault(book, timer))
                    )
                )
                {
                    yield return $"{visit.Scope} lasts since {visit.Since:O}, and no timer ends it after {timed.Span:c}";
                }
            }
        }

        foreach (OpenTouchpoint planned in entry.Changes.OfType<TouchpointPlanned>().Select(change => change.Touchpoint))
        {
            TouchpointRule rule = book.Definition.FindRule(planned.Rule)!;
            if (rule.Trigger == RuleTrigger.Quiet && LastTold(book, rule.Role) is { } told && told + rule.Span!.Value > entry.RecordedAt)
            {
                yield return $"{rule.Key} speaks though something was told at {told:O}";
            }
        }
    }

    /// <summary>A timer whose condition threw is tried again after a pause: when that is, and null for one that did not throw.</summary>
    private static DateTimeOffset? AfterFault(JourneyBook book, JourneyTimer timer) =>
        book.Entries.LastOrDefault(entry =>
            entry is { Kind: JournalEntryKind.Timer, Outcome: JournalEntryOutcome.Faulted } && entry.Name == timer.Key
        )?.RecordedAt + DecisionSettings.Default.FaultPause;

    private static DateTimeOffset? LastTold(JourneyBook book, string role) =>
        book
            .Entries.Where(entry => entry is { Kind: JournalEntryKind.Outcome, Outcome: JournalEntryOutcome.Sent })
            .Select(entry => (entry.RecordedAt, Touchpoint: book.Touchpoints[entry.Changes.OfType<TouchpointEnded>().Single().Order]))
            .Where(told => told.Touchpoint.Role == role && told.Touchpoint.Category != Category.Promotional)
            .Select(told => (DateTimeOffset?)told.RecordedAt)
            .LastOrDefault();
}
