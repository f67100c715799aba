using System.Runtime.CompilerServices;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Suppression;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Reading;

/// <summary>Reads addresses that must not be written to, page by page.</summary>
internal sealed class SuppressionReader(ITouchpointStore store)
{
    private const int PageSize = 512;

    /// <param name="query">Which ones.</param>
    /// <param name="addresses">The hashes of its address; null where it asks for none.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<SuppressionView> ReadAsync(
        SuppressionQuery query,
        IReadOnlyCollection<AddressHash>? addresses,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        SuppressionPlace? after = query.After is { } id ? SuppressionKey.Parse(id).Place : null;
        IReadOnlyList<SuppressionRow> page;
        do
        {
            page = await store
                .Suppressions.ReadSuppressionsAsync(query, addresses, after, PageSize, cancellationToken)
                .ConfigureAwait(false);
            foreach (SuppressionRow row in page)
            {
                yield return ToView(row);
            }

            after = page.Count > 0 ? SuppressionPlace.Of(page[^1].Address, page[^1].Reason) : after;
        } while (page.Count == PageSize);
    }

    private static SuppressionView ToView(SuppressionRow row) =>
        new()
        {
            Id = new SuppressionKey(row.Address, row.Reason).ToString(),
            Channel = row.Address.Channel,
            Reason = row.Reason,
            Scope = row.Scope,
            Since = row.Since,
            By = row.By,
            Note = row.Note,
            LiftedAt = row.LiftedAt,
            LiftedBy = row.LiftedBy,
            LiftedBecause = row.LiftedBecause,
        };
}
