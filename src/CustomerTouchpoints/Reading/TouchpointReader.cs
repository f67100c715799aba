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
            foreach (TouchpointRow row in page)
            {
                yield return row.ToView();
            }

            query = page.Count > 0 ? query with { After = page[^1].Id } : query;
        } while (page.Count == PageSize);
    }
}
