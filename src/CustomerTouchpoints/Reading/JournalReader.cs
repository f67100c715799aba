using System.Globalization;
using System.Text;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Reading;

/// <summary>Tells from the journal what happened and why.</summary>
internal sealed class JournalReader(ITouchpointStore store)
{
    public async Task<Timeline> TimelineAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        var entries = new List<TimelineEntry>();
        var touchpoints = new List<TouchpointRow>();
        foreach (JourneyId journey in await store.FindJourneysAsync(customer, cancellationToken).ConfigureAwait(false))
        {
            IReadOnlyList<JournalRow> rows = await store.ReadJournalAsync(journey, cancellationToken).ConfigureAwait(false);
            entries.AddRange(rows.Select(ToEntry));
            IReadOnlyList<TouchpointRow> told = await store.ReadTouchpointsAsync(journey, cancellationToken).ConfigureAwait(false);
            touchpoints.AddRange(told.Where(touchpoint => touchpoint.Customer == customer));
        }

        return new Timeline(
            customer,
            [.. entries.OrderBy(entry => entry.RecordedAt)],
            [.. touchpoints.OrderBy(touchpoint => touchpoint.PlannedAt)]
        );
    }

    public async Task<string?> ExplainAsync(TouchpointId id, CancellationToken cancellationToken)
    {
        if (await store.FindTouchpointAsync(id, cancellationToken).ConfigureAwait(false) is not { } touchpoint)
        {
            return null;
        }

        var words = new StringBuilder();
        words.AppendLine(CultureInfo.InvariantCulture, $"{id}: {touchpoint.Status}, {touchpoint.Reason}");
        foreach (JournalRow row in await store.ReadJournalAsync(id.Journey, cancellationToken).ConfigureAwait(false))
        {
            JournalEntry entry = JourneyRows.ToEntry(row);
            foreach (Change change in entry.Changes)
            {
                if (InWords(change, entry, touchpoint) is { } line)
                {
                    words.AppendLine(CultureInfo.InvariantCulture, $"  {entry.RecordedAt:u}  {line}");
                }
            }
        }

        return words.ToString();
    }

    private static string? InWords(Change change, JournalEntry entry, TouchpointRow touchpoint) =>
        change switch
        {
            Change.TouchpointPlanned planned when planned.Touchpoint.Order == touchpoint.Order =>
                $"planned for the {planned.Touchpoint.Role} by {planned.Touchpoint.Route}, due {planned.Touchpoint.Due:u}, because of "
                    + $"{entry.Name} ({entry.Reason})",
            Change.TouchpointWaits waits when waits.Order == touchpoint.Order =>
                $"{waits.Status.ToString().ToLowerInvariant()}: {waits.Reason}{(waits.NextAt is { } next ? $"; next look {next:u}" : "")}",
            Change.AttemptBegun begun when begun.Order == touchpoint.Order => $"attempt {begun.Attempt} began, by {begun.Channel}",
            Change.TouchpointUndecided undecided when undecided.Order == touchpoint.Order =>
                $"{undecided.Status.ToString().ToLowerInvariant()}: {(entry.Kind == EntryKind.Lookup ? entry.Reason : undecided.Reason)}"
                    + (undecided.AskAt is { } next ? $"; next question {next:u}" : ""),
            Change.TouchpointEnded ended when ended.Order == touchpoint.Order =>
                $"{ended.Status.ToString().ToLowerInvariant()}: {ended.Reason}",
            _ => null,
        };

    private static TimelineEntry ToEntry(JournalRow row) =>
        new()
        {
            OccurredAt = row.OccurredAt,
            RecordedAt = row.RecordedAt,
            Journey = row.Journey,
            Kind = row.Kind,
            Name = row.Name,
            Outcome = row.Outcome,
            Reason = row.Reason,
        };
}
