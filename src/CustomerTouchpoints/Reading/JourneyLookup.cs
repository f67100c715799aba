using System.Runtime.CompilerServices;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Reading;

/// <summary>
/// Reads journeys as they stand, for rooms that make views of their own of them. What is open is found among what is due: nothing that has
/// ended is looked at.
/// </summary>
internal sealed class JourneyLookup(ITouchpointStore store)
{
    private const int PageSize = 256;

    /// <summary>After everything that can be due.</summary>
    private static readonly DateTimeOffset EndOfTime = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>One journey as it was last committed; null when nobody has heard of it.</summary>
    public async Task<JourneySnapshot?> FindAsync(JourneyId id, CancellationToken cancellationToken) =>
        await store.ReadJourneysAsync([id], cancellationToken).ConfigureAwait(false) is [var row] ? JourneyRows.ToSnapshot(row) : null;

    /// <summary>The latest journeys of a lifecycle in which a customer plays a role, the newest first.</summary>
    public async Task<IReadOnlyList<JourneySnapshot>> LatestOfAsync(
        CustomerId customer,
        string lifecycle,
        int limit,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<JourneyId> known = await store.FindJourneysAsync(customer, cancellationToken).ConfigureAwait(false);
        JourneyId[] latest = [.. known.Where(id => id.Lifecycle == lifecycle).TakeLast(limit).Reverse()];
        if (latest.Length == 0)
        {
            return [];
        }

        IReadOnlyList<JourneyRow> rows = await store.ReadJourneysAsync(latest, cancellationToken).ConfigureAwait(false);
        Dictionary<JourneyId, JourneyRow> byId = rows.ToDictionary(row => row.Id);
        return [.. latest.Where(byId.ContainsKey).Select(id => JourneyRows.ToSnapshot(byId[id]))];
    }

    /// <summary>A journey's whole journal, oldest entry first.</summary>
    public async Task<IReadOnlyList<JournalEntryView>> JournalOfAsync(JourneyId id, CancellationToken cancellationToken)
    {
        IReadOnlyList<JournalRow> rows = await store.ReadJournalAsync(id, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToView())];
    }

    /// <summary>
    /// The journeys of a lifecycle in which something will be due, by when; in pages. A journey that moves meanwhile may be seen at its old
    /// place, at its new one, or at both.
    /// </summary>
    /// <param name="lifecycle">The lifecycle.</param>
    /// <param name="after">Those after this one.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<(DueJourney Place, JourneySnapshot Journey)> DueOfAsync(
        string lifecycle,
        DueJourney? after,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        IReadOnlyList<DueJourney> page;
        do
        {
            page = await store.ReadDueAsync(EndOfTime, after, PageSize, cancellationToken).ConfigureAwait(false);
            JourneyId[] wanted = [.. page.Where(due => due.Journey.Lifecycle == lifecycle).Select(due => due.Journey)];
            IReadOnlyList<JourneyRow> rows =
                wanted.Length == 0 ? [] : await store.ReadJourneysAsync(wanted, cancellationToken).ConfigureAwait(false);
            Dictionary<JourneyId, JourneyRow> byId = rows.ToDictionary(row => row.Id);
            foreach (DueJourney due in page)
            {
                if (byId.TryGetValue(due.Journey, out JourneyRow? row))
                {
                    yield return (due, JourneyRows.ToSnapshot(row));
                }
            }

            after = page.Count > 0 ? page[^1] : after;
        } while (page.Count == PageSize);
    }
}
