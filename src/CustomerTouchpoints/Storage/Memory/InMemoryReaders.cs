using CustomerTouchpoints.Customers;

namespace CustomerTouchpoints.Storage.Memory;

/// <summary>Reads receipts, suppressions and inboxes of the in-memory store.</summary>
/// <param name="committed">What was committed.</param>
internal sealed class InMemoryReaders(Func<CancellationToken, InMemoryData> committed) : IReceiptReader, ISuppressionReader, IInboxReader
{
    public ValueTask<IReadOnlyList<TouchpointId>> FindTouchpointsAsync(
        Channel channel,
        string reference,
        CancellationToken cancellationToken
    ) =>
        ValueTask.FromResult<IReadOnlyList<TouchpointId>>([
            .. committed(cancellationToken).References.GetValueOrDefault((channel, reference), []),
        ]);

    public ValueTask<IReadOnlyList<TouchpointRow>> ReadTouchpointsAsync(
        IReadOnlyCollection<TouchpointId> touchpoints,
        CancellationToken cancellationToken
    )
    {
        InMemoryData data = committed(cancellationToken);
        return ValueTask.FromResult<IReadOnlyList<TouchpointRow>>([
            .. touchpoints
                .Where(id => id.Customer is null)
                .Select(id => data.Journeys.GetValueOrDefault(id.Journey)?.Touchpoints.GetValueOrDefault(id))
                .OfType<TouchpointRow>(),
        ]);
    }

    public ValueTask<IReadOnlyList<ReceiptRow>> ReadReceiptsAsync(
        IReadOnlyCollection<TouchpointPlace> touchpoints,
        CancellationToken cancellationToken
    )
    {
        InMemoryData data = committed(cancellationToken);
        return ValueTask.FromResult<IReadOnlyList<ReceiptRow>>([
            .. touchpoints.SelectMany(place =>
                (data.Journeys.GetValueOrDefault(place.Journey)?.Receipts.GetValueOrDefault(place.Order)?.Values ?? [])
                    .OrderBy(row => row.At)
                    .ThenBy(row => row.Kind.ToString(), StringComparer.Ordinal)
            ),
        ]);
    }

    public ValueTask<IReadOnlyList<SuppressionRow>> ReadSuppressionsAsync(
        SuppressionQuery query,
        IReadOnlyCollection<AddressHash>? addresses,
        SuppressionPlace? after,
        int limit,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(committed(cancellationToken).Addresses.Page(query, addresses, after, limit));

    public ValueTask<IReadOnlyList<AddressKeyRow>> ReadAddressKeysAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<AddressKeyRow>>(committed(cancellationToken).Addresses.Keys);

    public ValueTask<IReadOnlyList<InboxRow>> ReadInboxAsync(
        CustomerId customer,
        DateTimeOffset? now,
        bool unreadOnly,
        (DateTimeOffset At, string Id)? after,
        int limit,
        CancellationToken cancellationToken
    ) =>
        ValueTask.FromResult<IReadOnlyList<InboxRow>>([
            .. committed(cancellationToken)
                .Inbox.Of(customer)
                .Where(row => now is not { } instant || (row.DeletedAt is null && row.ExpiresAt > instant))
                .Where(row => !unreadOnly || row.ReadAt is null)
                .Where(row =>
                    after is not { } last || row.At < last.At || (row.At == last.At && string.CompareOrdinal(row.Id, last.Id) < 0)
                )
                .Take(limit),
        ]);

    public ValueTask<int> CountUnreadAsync(CustomerId customer, DateTimeOffset now, CancellationToken cancellationToken) =>
        ValueTask.FromResult(
            committed(cancellationToken).Inbox.Of(customer).Count(row => row is { ReadAt: null, DeletedAt: null } && row.ExpiresAt > now)
        );

    public ValueTask<InboxRow?> FindInboxAsync(string id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(committed(cancellationToken).Inbox.Find(id));
}
