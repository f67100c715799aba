using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Reading;

/// <summary>Reads who customers turned out to be.</summary>
internal sealed class IdentityReader(ITouchpointStore store)
{
    /// <summary>A customer as who they turned out to be; null when nobody has heard of them.</summary>
    public async Task<CustomerSnapshot?> ResolveAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        CustomerSnapshot? known = null;
        for (CustomerId? next = customer; next is { } id; next = known?.MergedInto)
        {
            CustomerRow? row = await store.FindCustomerAsync(id, cancellationToken).ConfigureAwait(false);
            known = row is null ? null : CustomerRows.ToSnapshot(row);
        }

        return known;
    }

    /// <summary>A customer, and then everybody who turned out to be them.</summary>
    public async Task<IReadOnlyList<CustomerId>> AllOfAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        List<CustomerId> ids = [customer];
        for (int i = 0; i < ids.Count; i++)
        {
            IReadOnlyList<CustomerJournalRow> journal = await store
                .ReadCustomerJournalAsync(ids[i], cancellationToken)
                .ConfigureAwait(false);
            ids.AddRange(
                journal.SelectMany(row => CustomerRows.ToEntry(row).Changes).OfType<CustomerUnited>().Select(united => united.From)
            );
        }

        return ids;
    }
}
