using CustomerTouchpoints.Customers;

namespace CustomerTouchpoints.Storage;

/// <summary>Reads the addresses that must not be written to, and the keys under which they are hashed.</summary>
/// <remarks>Infrastructure: for stores; may change until 1.0. Thread-safe; it never blocks the writer.</remarks>
public interface ISuppressionReader
{
    /// <summary>
    /// Reads a page of them, lifted ones only where the query includes them: by hash, and then by the name of the reason (ordinal).
    /// </summary>
    /// <param name="query">Which ones; its address and its <see cref="SuppressionQuery.After"/> are not looked at.</param>
    /// <param name="addresses">The hashes of its address; null where it asks for none.</param>
    /// <param name="after">The place of the last one of the page before, or null for the first page.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<SuppressionRow>> ReadSuppressionsAsync(
        SuppressionQuery query,
        IReadOnlyCollection<AddressHash>? addresses,
        SuppressionPlace? after,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>Reads the keys that lie in the store, by when they were made, and then by their ids.</summary>
    ValueTask<IReadOnlyList<AddressKeyRow>> ReadAddressKeysAsync(CancellationToken cancellationToken);
}
