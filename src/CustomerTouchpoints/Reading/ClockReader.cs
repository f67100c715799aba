using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Calendars;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Reading;

/// <summary>Reads response clocks for reports, and explains one.</summary>
internal sealed class ClockReader(ITouchpointStore store, ReasonWords reasons, CalendarBook calendars, TimeProvider time)
{
    private const int PageSize = 512;
    private const int LongestName = 120;

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

    public async IAsyncEnumerable<PromiseView> ReadPromisesAsync(
        PromiseQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        PromiseId? last = null;
        IReadOnlyList<PromiseRow> page;
        do
        {
            page = await store.ReadPromisesAsync(query, last, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (PromiseRow row in page)
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
        DateTimeOffset now = Instants.Truncate(time.GetUtcNow());
        TimeSpan used = clock.Used + (clock.Status == ClockStatus.Running ? UsedSince(clock.Calendar, clock.Since, now) : TimeSpan.Zero);
        words.AppendLine(
            CultureInfo.InvariantCulture,
            $"{id}: {clock.Status.ToString().ToLowerInvariant()}, {used:c} used of {clock.Target:c}{Breach(clock)}"
        );
        foreach (ClockSegment segment in ClockLedger.Of(id.Clock, id.Cycle, entries))
        {
            words.AppendLine(CultureInfo.InvariantCulture, $"  {segment.From:u}  {InWords(segment, now)}");
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

    /// <summary>The segment that it is in has no end yet: it counts until now.</summary>
    private TimeSpan UsedIn(ClockSegment segment, DateTimeOffset now) =>
        segment is { To: null, Status: ClockStatus.Running } ? UsedSince(segment.Calendar, segment.From, now) : segment.Used;

    private TimeSpan UsedSince(string calendar, DateTimeOffset since, DateTimeOffset now) =>
        now > since ? (calendars.Find(calendar) ?? BusinessCalendar.AlwaysOpen).Between(since, now) : TimeSpan.Zero;

    /// <summary>A calendar as it was written: whoever reads knows it by its zone and hours.</summary>
    private string NameOf(string version) =>
        version == BusinessCalendar.AlwaysOpen.Version ? "around the clock"
        : calendars.Find(version)?.ToString() is not { } text ? $"calendar {version[..8]}, which is not known any more"
        : text.Length > LongestName ? $"calendar {text[..LongestName]}…"
        : $"calendar {text}";

    private static string Breach(ClockRow clock) =>
        clock.BreachedAt is { } at ? string.Create(CultureInfo.InvariantCulture, $", breached {at:u}")
        : clock.DueAt is { } due ? string.Create(CultureInfo.InvariantCulture, $", due {due:u}")
        : "";

    private string InWords(ClockSegment segment, DateTimeOffset now) =>
        segment.Status is ClockStatus.Running or ClockStatus.Paused
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{segment.Status.ToString().ToLowerInvariant()}{(segment.To is { } to ? $" until {to:u}" : "")}, {UsedIn(segment, now):c} "
                    + $"used: {reasons.Of(segment.Reason)} (target {segment.Place} of version {segment.Policy}, "
                    + $"{NameOf(segment.Calendar)})"
            )
            : $"{segment.Status.ToString().ToLowerInvariant()}: {reasons.Of(segment.Reason)}";
}
