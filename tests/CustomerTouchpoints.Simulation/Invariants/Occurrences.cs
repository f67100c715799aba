using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Promises;
using CustomerTouchpoints.Simulation.Reporting;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Simulation.Invariants;

/// <summary>Counts what a journal shows to have happened.</summary>
internal static class Occurrences
{
    public static void Count(Tally tally, JournalEntry entry, JourneySnapshot before, JourneySnapshot after)
    {
        tally.Count(Sometimes.JourneySolved, after.IsSolved && !before.IsSolved);
        tally.Count(Sometimes.JourneyClosed, after.Standing == JourneyStanding.Closed && before.Standing != JourneyStanding.Closed);
        tally.Count(Sometimes.JourneyReopened, before.IsSolved && !after.IsSolved);
        tally.Count(Sometimes.RoleFilledLater, before.State is not null && after.Parties.Length > before.Parties.Length);
        tally.Count(Sometimes.EventUnparked, entry.Changes.OfType<EventUnparked>().Any());
        tally.Count(Sometimes.TimedTransition, entry is { Kind: JournalEntryKind.Timer, Outcome: JournalEntryOutcome.Moved });
        tally.Count(
            Sometimes.QuietRuleSpoke,
            entry is { Kind: JournalEntryKind.Timer, Outcome: JournalEntryOutcome.Handled } && entry.Reason.Code == "time-to-tell"
        );
        tally.Count(
            Sometimes.DailyRuleSpoke,
            entry is { Kind: JournalEntryKind.Timer, Outcome: JournalEntryOutcome.Handled }
                && entry
                    .Changes.OfType<TouchpointPlanned>()
                    .Any(planned => planned.Touchpoint.Occurrence.Contains('-', StringComparison.Ordinal))
        );
        tally.Count(Sometimes.AttemptReleased, entry is { Kind: JournalEntryKind.Outcome, Outcome: JournalEntryOutcome.Planned });
        tally.Count(Sometimes.ChannelAsked, entry.Kind == JournalEntryKind.Lookup && entry.Reason.Code == "lookup");
        tally.Count(Sometimes.AnsweredSent, entry is { Kind: JournalEntryKind.Lookup, Outcome: JournalEntryOutcome.Sent });
        tally.Count(
            Sometimes.AnsweredNotAccepted,
            entry.Kind == JournalEntryKind.Lookup && (entry.Reason.Code == "not-found-resent" || entry.Reason.Because?.Code == "not-found")
        );
        tally.Count(Sometimes.AskedInVain, entry.Kind == JournalEntryKind.Lookup && entry.Reason.Code == "cant-say");
        tally.Count(Sometimes.ResolvedResend, entry.Kind == JournalEntryKind.Review && entry.Reason.Code == "let-go");
        tally.Count(Sometimes.ResolvedSent, entry.Kind == JournalEntryKind.Review && entry.Reason.Code == "known-arrived");
        tally.Count(Sometimes.ResolvedDiscard, entry.Kind == JournalEntryKind.Review && entry.Reason.Code == "discarded-by");
        tally.Count(Sometimes.JourneyUpgraded, entry.Kind == JournalEntryKind.Version);
        tally.Count(Sometimes.HeldByPause, entry.Kind == JournalEntryKind.Gate && entry.Reason.Code == "paused");
        tally.Count(Sometimes.HeldByCap, entry.Kind == JournalEntryKind.Gate && entry.Reason.Code == "cap-reached");
        tally.Count(Sometimes.HeldInQuietHours, entry.Kind == JournalEntryKind.Gate && entry.Reason.Code == "quiet-hours");
        CountResponses(tally, entry, before);
        foreach (
            string outcome in entry
                .Changes.Select(OutcomeOf)
                .OfType<string>()
                .Append(entry.Kind == JournalEntryKind.Event ? $"Event{entry.Outcome}" : "")
        )
        {
            if (Enum.TryParse(outcome, out Sometimes condition))
            {
                tally.Count(condition);
            }
        }
    }

    private static void CountResponses(Tally tally, JournalEntry entry, JourneySnapshot before)
    {
        foreach (JourneyClock clock in entry.Changes.OfType<ClockMoved>().Select(change => change.Clock))
        {
            JourneyClock? known = before.Clocks.Find(clock.Clock);
            tally.Count(Sometimes.ClockMet, clock.Status == ClockStatus.Met);
            tally.Count(Sometimes.ClockMissed, clock.Status == ClockStatus.Missed);
            tally.Count(Sometimes.ClockPaused, clock.Status == ClockStatus.Paused && known?.Status == ClockStatus.Running);
            bool isReopened = clock.IsOpen && known is { IsOpen: false } && known.Cycle == clock.Cycle;
            bool isRetargeted = clock.IsOpen && known?.Cycle == clock.Cycle && (known.Place, known.Policy) != (clock.Place, clock.Policy);
            tally.Count(Sometimes.ClockReopened, isReopened);
            tally.Count(Sometimes.ClockReopenedLater, isReopened && clock.Since > known!.EndedAt);
            tally.Count(Sometimes.ClockReopenedPaused, isReopened && clock.Status == ClockStatus.Paused);
            tally.Count(Sometimes.ClockRetargeted, isRetargeted);
            tally.Count(Sometimes.ClockRetargetedPaused, isRetargeted && clock.Status == ClockStatus.Paused);
            tally.Count(Sometimes.BreachTakenBack, clock.BreachedAt is null && known?.BreachedAt is not null && known.Cycle == clock.Cycle);
        }

        tally.Count(Sometimes.ClockWarned, entry is { Kind: JournalEntryKind.Clock, Outcome: JournalEntryOutcome.Warned });
        tally.Count(
            Sometimes.BreachNoticedLate,
            entry is { Kind: JournalEntryKind.Clock, Outcome: JournalEntryOutcome.Breached } && entry.OccurredAt < entry.RecordedAt
        );
        tally.Count(Sometimes.EscalationTold, entry is { Kind: JournalEntryKind.Clock, Outcome: JournalEntryOutcome.Escalated });
        tally.Count(Sometimes.EscalationFailed, entry is { Kind: JournalEntryKind.Clock, Outcome: JournalEntryOutcome.Failed });
        foreach (PromiseStatus status in entry.Changes.OfType<PromiseMoved>().Select(change => change.Promise.Status))
        {
            tally.Count(Sometimes.PromiseKept, status == PromiseStatus.Kept);
            tally.Count(Sometimes.PromiseBroken, status == PromiseStatus.Broken);
            tally.Count(Sometimes.PromiseReleased, status == PromiseStatus.Released);
        }
    }

    private static string? OutcomeOf(Change change) =>
        change switch
        {
            TouchpointEnded ended => $"Touchpoint{ended.Status}",
            TouchpointUndecided undecided => $"Touchpoint{undecided.Status}",
            TouchpointWaits waits => $"Touchpoint{waits.Status}",
            _ => null,
        };
}
