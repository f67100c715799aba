using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Simulation.Hosting;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Simulation.Invariants;

internal sealed class OutcomesAreTrue : ILaw
{
    public string Words => "the journal tells of each attempt what its provider knows";

    public IEnumerable<string> Breaches(JourneyBook book, JournalEntry entry, JourneySnapshot before, JourneySnapshot after)
    {
        if (
            entry is { Kind: JournalEntryKind.Lookup, Outcome: JournalEntryOutcome.Sent }
            && !book.World.Outbox.Of(TouchpointId.Parse(entry.Name).MessageToken()).Any(record => record.IsAccepted)
        )
        {
            yield return "its provider was asked, and has it in no attempt";
        }

        if (entry.Kind != JournalEntryKind.Outcome)
        {
            yield break;
        }

        OpenTouchpoint? open = before.Touchpoints.SingleOrDefault(open =>
            open.Status == TouchpointStatus.Sending && open.IdIn(book.Id).ToString() == entry.Name
        );
        if (open is null)
        {
            yield return "no attempt was under way";
            yield break;
        }

        SendRecord? record = book
            .World.Outbox.Of(open.IdIn(book.Id).MessageToken())
            .FirstOrDefault(record => record.Message.Attempt == open.Attempts);
        bool isTrue = entry.Outcome switch
        {
            JournalEntryOutcome.Sent => record is { IsAccepted: true, Told.Outcome: SendOutcome.Sent },
            JournalEntryOutcome.Planned => record is null,
            JournalEntryOutcome.Withdrawn when record is null => true,
            JournalEntryOutcome.InReview => record is null || open.Doubts + 1 >= DecisionSettings.Default.MostDoubts,
            JournalEntryOutcome.Unknown => open.MayBeRepeat || IsDoubtful(book.World, open, entry, record),
            _ => record?.Told is { Outcome: SendOutcome.TemporaryFailure or SendOutcome.PermanentFailure or SendOutcome.ChannelDown },
        };
        if (!isTrue)
        {
            yield return $"attempt {open.Attempts}: its provider "
                + (
                    record is null
                        ? "never saw it"
                        : $"{(record.IsAccepted ? "has" : "does not have")} it and told {record.Told?.Outcome.ToString() ?? "nothing"}"
                );
        }
    }

    private static bool IsDoubtful(World world, OpenTouchpoint open, JournalEntry entry, SendRecord? record) =>
        open.Sending!.LeaseUntil <= entry.RecordedAt
        || world.Terms > open.Sending!.Term
        || record is { Told.Outcome: SendOutcome.Uncertain } or { IsBroken: true }
        || (record is not null && world.Time.GetUtcNow() - record.BeganAt >= SimulatedHost.SendDeadline);
}
