using System.Diagnostics;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>Where a touchpoint stands after an entry, as the entry's outcome.</summary>
internal static class StatusOutcomes
{
    public static JournalEntryOutcome ToEntryOutcome(this TouchpointStatus status) =>
        status switch
        {
            TouchpointStatus.Planned => JournalEntryOutcome.Planned,
            TouchpointStatus.Held => JournalEntryOutcome.Held,
            TouchpointStatus.Sending => JournalEntryOutcome.Sending,
            TouchpointStatus.Sent => JournalEntryOutcome.Sent,
            TouchpointStatus.Delivered => JournalEntryOutcome.Delivered,
            TouchpointStatus.Failed => JournalEntryOutcome.Failed,
            TouchpointStatus.Skipped => JournalEntryOutcome.Skipped,
            TouchpointStatus.Withdrawn => JournalEntryOutcome.Withdrawn,
            TouchpointStatus.Merged => JournalEntryOutcome.Merged,
            TouchpointStatus.Unknown => JournalEntryOutcome.Unknown,
            TouchpointStatus.InReview => JournalEntryOutcome.InReview,
            _ => throw new UnreachableException($"There is no status {status}."),
        };
}
