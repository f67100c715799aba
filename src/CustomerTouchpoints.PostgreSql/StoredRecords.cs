using CustomerTouchpoints.Customers;
using CustomerTouchpoints.PostgreSql.Tables;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>Reads receipts, suppressions and inboxes of a schema.</summary>
internal sealed class StoredRecords(PostgreSqlTouchpointStore store) : IReceiptReader, ISuppressionReader, IInboxReader
{
    public ValueTask<IReadOnlyList<TouchpointId>> FindTouchpointsAsync(
        Channel channel,
        string reference,
        CancellationToken cancellationToken
    ) => store.Read(ReferenceTable.Found(channel, reference), ReferenceTable.Touchpoint, cancellationToken);

    public ValueTask<IReadOnlyList<TouchpointRow>> ReadTouchpointsAsync(
        IReadOnlyCollection<TouchpointId> touchpoints,
        CancellationToken cancellationToken
    ) => store.Read(TouchpointTable.Found([.. touchpoints.Where(id => id.Customer is null)]), TouchpointTable.Row, cancellationToken);

    public ValueTask<IReadOnlyList<ReceiptRow>> ReadReceiptsAsync(
        IReadOnlyCollection<TouchpointPlace> touchpoints,
        CancellationToken cancellationToken
    ) => store.Read(ReceiptTable.Found(touchpoints), ReceiptTable.Row, cancellationToken);

    public ValueTask<IReadOnlyList<SuppressionRow>> ReadSuppressionsAsync(
        SuppressionQuery query,
        IReadOnlyCollection<AddressHash>? addresses,
        SuppressionPlace? after,
        int limit,
        CancellationToken cancellationToken
    ) => store.Read(SuppressionTable.Page(query, addresses, after, limit), SuppressionTable.Row, cancellationToken);

    public ValueTask<IReadOnlyList<AddressKeyRow>> ReadAddressKeysAsync(CancellationToken cancellationToken) =>
        store.Read(new NpgsqlBatchCommand(SuppressionTable.ReadKeys), SuppressionTable.Key, cancellationToken);

    public ValueTask<IReadOnlyList<InboxRow>> ReadInboxAsync(
        CustomerId customer,
        DateTimeOffset? now,
        bool unreadOnly,
        (DateTimeOffset At, string Id)? after,
        int limit,
        CancellationToken cancellationToken
    ) => store.Read(InboxTable.Page(customer, now, unreadOnly, after, limit), InboxTable.Row, cancellationToken);

    public async ValueTask<int> CountUnreadAsync(CustomerId customer, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await store.Read(InboxTable.Counted(customer, now), reader => (int)reader.GetInt64(0), cancellationToken).ConfigureAwait(false))[
            0
        ];

    public async ValueTask<InboxRow?> FindInboxAsync(string id, CancellationToken cancellationToken) =>
        (await store.Read(InboxTable.Found(id), InboxTable.Row, cancellationToken).ConfigureAwait(false)).SingleOrDefault();
}
