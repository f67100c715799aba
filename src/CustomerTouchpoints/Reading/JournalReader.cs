using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Reading;

/// <summary>Tells from the journal what happened and why.</summary>
internal sealed class JournalReader(ITouchpointStore store, TouchpointReader touchpointReader, ReasonWords reasons)
{
    private const int PageSize = 512;

    /// <summary>Every entry after a place, until there is none for now.</summary>
    public async IAsyncEnumerable<JournalEntryView> ReadAsync(string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<PlacedEntry> page;
        do
        {
            page = await store.ReadJournalAsync(after, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (PlacedEntry placed in page)
            {
                yield return placed.Entry.ToView(placed.Place);
            }

            after = page.Count > 0 ? page[^1].Place : after;
        } while (page.Count == PageSize);
    }

    public async Task<Timeline> TimelineAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        var entries = new List<JournalEntryView>();
        foreach (JourneyId journey in await store.FindJourneysAsync(customer, cancellationToken).ConfigureAwait(false))
        {
            IReadOnlyList<JournalRow> rows = await store.ReadJournalAsync(journey, cancellationToken).ConfigureAwait(false);
            entries.AddRange(rows.Select(row => row.ToView()));
        }

        var touchpoints = new List<TouchpointView>();
        var told = new TouchpointQuery { Customer = customer };
        await foreach (TouchpointView touchpoint in touchpointReader.ReadAsync(told, cancellationToken).ConfigureAwait(false))
        {
            touchpoints.Add(touchpoint);
        }

        return new Timeline(
            customer,
            [.. entries.OrderBy(entry => entry.RecordedAt)],
            [.. touchpoints.OrderBy(touchpoint => touchpoint.PlannedAt).ThenBy(touchpoint => touchpoint.Order)]
        );
    }

    public async Task<string?> ExplainAsync(TouchpointId id, CancellationToken cancellationToken)
    {
        if (await store.FindTouchpointAsync(id, cancellationToken).ConfigureAwait(false) is not { } touchpoint)
        {
            return null;
        }

        var words = new StringBuilder();
        words.AppendLine(CultureInfo.InvariantCulture, $"{id}: {touchpoint.Status}, {reasons.Of(Reason.Stored(touchpoint.Reason))}");
        if (id.Carrier is not { } carrier)
        {
            return words.ToString();
        }

        foreach (JournalRow row in await store.ReadJournalAsync(carrier, cancellationToken).ConfigureAwait(false))
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

    /// <summary>Whether why an attempt began says more than that it did.</summary>
    private static bool IsTelling(Reason reason) =>
        reason.Code == FallbackReasons.FellBackInDoubt.Code
        || reason.Code == AddedValueReasons.With.Code
        || reason.Code == AddedValueReasons.Without.Code;

    private string? InWords(Change change, JournalEntry entry, TouchpointRow touchpoint) =>
        change switch
        {
            TouchpointPlanned { Touchpoint.Contents: { } contents } planned when planned.Touchpoint.Order == touchpoint.Order =>
                $"{reasons.Of(planned.Touchpoint.Reason)}: "
                    + string.Join(", ", contents.Items.Select(item => $"{item.Journey} {item.Order}")),
            DigestTrimmed trimmed when trimmed.Order == touchpoint.Order => reasons.Of(entry.Reason),
            TouchpointPlanned planned when planned.Touchpoint.Order == touchpoint.Order =>
                $"planned for the {planned.Touchpoint.Role} by {planned.Touchpoint.Route}, due {planned.Touchpoint.Due:u}, because of "
                    + $"{entry.Name} ({reasons.Of(entry.Reason)})",
            TouchpointWaits waits when waits.Order == touchpoint.Order =>
                $"{waits.Status.ToString().ToLowerInvariant()}: {reasons.Of(waits.Reason)}"
                    + (waits.NextAt is { } next ? $"; next look {next:u}" : ""),
            SameFactFound same when same.Order == touchpoint.Order => $"planned beside others: {reasons.Of(same.Reason)}",
            StandbyMoved moved when moved.Order == touchpoint.Order => $"held: {reasons.Of(moved.Reason)}",
            AttemptBegun begun when begun.Order == touchpoint.Order =>
                $"attempt {begun.Attempt} began, by {begun.Channel}{(begun.Provider is { } provider ? $"/{provider}" : "")}"
                    + (IsTelling(entry.Reason) ? $": {reasons.Of(entry.Reason)}" : ""),
            TouchpointUndecided undecided when undecided.Order == touchpoint.Order => $"{undecided.Status.ToString().ToLowerInvariant()}: "
                + $"{reasons.Of(entry.Kind == JournalEntryKind.Lookup ? entry.Reason : undecided.Reason)}"
                + (undecided.AskAt is { } next ? $"; next lookup {next:u}" : ""),
            TouchpointReceived received when received.Order == touchpoint.Order => $"{reasons.Of(entry.Reason)}, on {received.At:u}",
            TouchpointEnded ended when ended.Order == touchpoint.Order =>
                $"{ended.Status.ToString().ToLowerInvariant()}: {reasons.Of(ended.Reason)}",
            _ => null,
        };
}
