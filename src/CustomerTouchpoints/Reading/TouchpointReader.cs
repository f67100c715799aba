using System.Runtime.CompilerServices;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Reading;

/// <summary>Reads touchpoints page by page.</summary>
internal sealed class TouchpointReader(ITouchpointStore store)
{
    private const int PageSize = 512;

    public async IAsyncEnumerable<TouchpointView> ReadAsync(
        TouchpointQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        IReadOnlyList<TouchpointRow> page;
        do
        {
            page = await store.ReadTouchpointsAsync(query, PageSize, cancellationToken).ConfigureAwait(false);
            ILookup<TouchpointPlace, ReceiptView> receipts = await ReceiptsOfAsync(page, cancellationToken).ConfigureAwait(false);
            foreach (TouchpointRow row in page)
            {
                yield return row.ToView() with
                {
                    Receipts = [.. receipts[PlaceOf(row)]],
                };
            }

            query = page.Count > 0 ? query with { After = page[^1].Id } : query;
        } while (page.Count == PageSize);
    }

    /// <summary>What was reported of those of a page of which something has left.</summary>
    private async ValueTask<ILookup<TouchpointPlace, ReceiptView>> ReceiptsOfAsync(
        IReadOnlyList<TouchpointRow> page,
        CancellationToken cancellationToken
    )
    {
        TouchpointPlace[] left = [.. page.Where(row => row is { Attempts: > 0, Id.Carrier: not null }).Select(PlaceOf)];
        IReadOnlyList<ReceiptRow> receipts =
            left.Length == 0 ? [] : await store.Receipts.ReadReceiptsAsync(left, cancellationToken).ConfigureAwait(false);
        return receipts.ToLookup(row => row.Touchpoint, row => new ReceiptView(row.Kind, row.At, row.RecordedAt));
    }

    private static TouchpointPlace PlaceOf(TouchpointRow row) => new(row.Id.Carrier ?? default, row.Order);
}
