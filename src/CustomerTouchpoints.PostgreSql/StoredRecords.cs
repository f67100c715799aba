using CustomerTouchpoints.Customers;
using CustomerTouchpoints.PostgreSql.Tables;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>Reads receipts and suppressions of a schema.</summary>
internal sealed class StoredRecords(PostgreSqlTouchpointStore store) : IReceiptReader, ISuppressionReader
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
}
