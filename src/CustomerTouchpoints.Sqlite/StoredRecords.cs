using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite;

/// <summary>Reads receipts, suppressions and inboxes of a file.</summary>
internal sealed class StoredRecords(SqliteTouchpointStore store) : IReceiptReader, ISuppressionReader, IInboxReader
{
    public ValueTask<IReadOnlyList<TouchpointId>> FindTouchpointsAsync(
        Channel channel,
        string reference,
        CancellationToken cancellationToken
    ) => store.Read<IReadOnlyList<TouchpointId>>(tables => tables.References.Find(channel, reference), cancellationToken);

    public ValueTask<IReadOnlyList<TouchpointRow>> ReadTouchpointsAsync(
        IReadOnlyCollection<TouchpointId> touchpoints,
        CancellationToken cancellationToken
    ) => store.Read<IReadOnlyList<TouchpointRow>>(tables => tables.Touchpoints.Find(tables.Journeys, touchpoints), cancellationToken);

    public ValueTask<IReadOnlyList<ReceiptRow>> ReadReceiptsAsync(
        IReadOnlyCollection<TouchpointPlace> touchpoints,
        CancellationToken cancellationToken
    ) => store.Read<IReadOnlyList<ReceiptRow>>(tables => tables.Receipts.Read(tables.Journeys, touchpoints), cancellationToken);

    public ValueTask<IReadOnlyList<SuppressionRow>> ReadSuppressionsAsync(
        SuppressionQuery query,
        IReadOnlyCollection<AddressHash>? addresses,
        SuppressionPlace? after,
        int limit,
        CancellationToken cancellationToken
    ) =>
        store.Read<IReadOnlyList<SuppressionRow>>(
            tables => tables.Suppressions.Read(query, addresses, after ?? new SuppressionPlace("", ""), limit),
            cancellationToken
        );

    public ValueTask<IReadOnlyList<AddressKeyRow>> ReadAddressKeysAsync(CancellationToken cancellationToken) =>
        store.Read<IReadOnlyList<AddressKeyRow>>(tables => tables.Suppressions.ReadKeys(), cancellationToken);

    public ValueTask<IReadOnlyList<InboxRow>> ReadInboxAsync(
        CustomerId customer,
        DateTimeOffset? now,
        bool unreadOnly,
        (DateTimeOffset At, string Id)? after,
        int limit,
        CancellationToken cancellationToken
    ) => store.Read<IReadOnlyList<InboxRow>>(tables => tables.Inbox.Read(customer, now, unreadOnly, after, limit), cancellationToken);

    public ValueTask<int> CountUnreadAsync(CustomerId customer, DateTimeOffset now, CancellationToken cancellationToken) =>
        store.Read(tables => tables.Inbox.CountUnread(customer, now), cancellationToken);

    public ValueTask<InboxRow?> FindInboxAsync(string id, CancellationToken cancellationToken) =>
        store.Read(tables => tables.Inbox.Find(id), cancellationToken);
}
