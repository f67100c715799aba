using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Reading;

/// <summary>Reads response clocks for reports, and explains one.</summary>
internal sealed class ClockReader(ITouchpointStore store, ReasonWords reasons)
{
    private const int PageSize = 512;

    public async IAsyncEnumerable<ClockView> ReadAsync(ClockQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ClockId? last = null;
        IReadOnlyList<ClockRow> page;
        do
        {
            page = await store.ReadClocksAsync(query, last, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (ClockRow row in page)
            {
                yield return row.ToView();
            }

            last = page.Count > 0 ? page[^1].Id : last;
        } while (page.Count == PageSize);
    }

    public async Task<string?> ExplainAsync(ClockId id, CancellationToken cancellationToken)
    {
        if (await store.FindClockAsync(id, cancellationToken).ConfigureAwait(false) is not { } clock)
        {
            return null;
        }

        JournalEntry[] entries =
        [
            .. (await store.ReadJournalAsync(id.Journey, cancellationToken).ConfigureAwait(false)).Select(JourneyRows.ToEntry),
        ];
        var words = new StringBuilder();
        words.AppendLine(
            CultureInfo.InvariantCulture,
            $"{id}: {clock.Status.ToString().ToLowerInvariant()}, {clock.Used:c} used of {clock.Target:c}{Breach(clock)}"
        );
        foreach (ClockSegment segment in ClockLedger.Of(id.Clock, id.Cycle, entries))
        {
            words.AppendLine(CultureInfo.InvariantCulture, $"  {segment.From:u}  {InWords(segment)}");
        }

        foreach (JournalEntry entry in entries.Where(entry => entry.Kind == JournalEntryKind.Clock && entry.Name == id.ToString()))
        {
            words.AppendLine(
                CultureInfo.InvariantCulture,
                $"  {entry.OccurredAt:u}  {entry.Outcome.ToString().ToLowerInvariant()}: {reasons.Of(entry.Reason)}, "
                    + $"noticed {entry.RecordedAt:u}"
            );
        }

        return words.ToString();
    }

    public async Task<IReadOnlyList<PromiseCount>> CountPromisesAsync(PromiseQuery query, CancellationToken cancellationToken) =>
        await store.CountPromisesAsync(query, cancellationToken).ConfigureAwait(false);

    private static string Breach(ClockRow clock) =>
        clock.BreachedAt is { } at ? string.Create(CultureInfo.InvariantCulture, $", breached {at:u}")
        : clock.DueAt is { } due ? string.Create(CultureInfo.InvariantCulture, $", due {due:u}")
        : "";

    private string InWords(ClockSegment segment) =>
        segment.Status is ClockStatus.Running or ClockStatus.Paused
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{segment.Status.ToString().ToLowerInvariant()}{(segment.To is { } to ? $" until {to:u}" : "")}, {segment.Used:c} "
                    + $"used: {reasons.Of(segment.Reason)} (target {segment.Place} of version {segment.Policy}, calendar "
                    + $"{segment.Calendar[..8]})"
            )
            : $"{segment.Status.ToString().ToLowerInvariant()}: {reasons.Of(segment.Reason)}";
}
