using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses.Breaches;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Delivery;

/// <summary>A person withdraws what is pending of a journey: everything that has not left, and is not just leaving.</summary>
internal static class Withdrawals
{
    public static void Decide(Deliberation deliberation, WithdrawalAsked withdrawn)
    {
        OpenTouchpoint[] pending =
        [
            .. deliberation.Journey.Unfinished().Where(open => open.Status != TouchpointStatus.Sending && open.Contents is null),
        ];
        if (pending.Length == 0)
        {
            return;
        }

        Reason reason = ReviewReasons.Withdrawn.With(withdrawn.By, withdrawn.Reason);
        foreach (OpenTouchpoint open in pending)
        {
            deliberation.Add(new TouchpointEnded(open.Order, open.Unsent(TouchpointStatus.Withdrawn), reason));
        }

        // Who waits for an answer is not left without a word for good: the next update comes when the next would have been due.
        foreach (OpenTouchpoint open in pending)
        {
            Updates.Follow(deliberation, open);
        }

        deliberation.Record(
            JournalEntryKind.Withdrawal,
            deliberation.Journey.Id.ToString(),
            JournalEntryOutcome.Withdrawn,
            pending.Length == 1 ? ReviewReasons.OneWithdrawn.After(reason) : ReviewReasons.ManyWithdrawn.After(reason, pending.Length),
            deliberation.Now
        );
    }

    /// <summary>How many were withdrawn.</summary>
    public static int CountIn(Decision decision) =>
        decision
            .Entries.Where(entry => entry.Kind == JournalEntryKind.Withdrawal)
            .Sum(entry => entry.Changes.OfType<TouchpointEnded>().Count());
}
