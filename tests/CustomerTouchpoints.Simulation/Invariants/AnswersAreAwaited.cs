using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Simulation.Invariants;

internal sealed class AnswersAreAwaited : ILaw
{
    public string Words => "nothing is sent again before its channel was asked, where the rule says so";

    public IEnumerable<string> Breaches(JourneyBook book, JournalEntry entry, JourneySnapshot before, JourneySnapshot after)
    {
        foreach (AttemptBegun begun in entry.Changes.OfType<AttemptBegun>())
        {
            OpenTouchpoint open = book.Touchpoints[begun.Order];
            if (
                open.Doubts > 0
                && book.Definition.FindRule(open.Rule) is { WhenUnknown: UnknownPolicy.Ask }
                && LastWord(book, entry) is { Kind: JournalEntryKind.Outcome } doubt
            )
            {
                yield return $"attempt {begun.Attempt} began after entry {doubt.Sequence}: {doubt.Reason}";
            }
        }
    }

    /// <summary>Who had the last word on whether it may go out again: a doubt, an answer, or a person.</summary>
    private static JournalEntry? LastWord(JourneyBook book, JournalEntry begins) =>
        book.Entries.LastOrDefault(earlier =>
            earlier.Name == begins.Name
            && (
                earlier.Kind is JournalEntryKind.Lookup or JournalEntryKind.Review
                || earlier is { Kind: JournalEntryKind.Outcome, Outcome: JournalEntryOutcome.Unknown }
            )
        );
}
