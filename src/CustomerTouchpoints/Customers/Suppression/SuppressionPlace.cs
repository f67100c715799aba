namespace CustomerTouchpoints.Customers;

/// <summary>The place of a suppression in the order of reading: by hash, and then by the name of the reason (ordinal).</summary>
/// <param name="Hash">The text of the address's hash.</param>
/// <param name="Reason">The name of the reason.</param>
/// <remarks>An immutable value. Infrastructure: for stores; may change until 1.0.</remarks>
public readonly record struct SuppressionPlace(string Hash, string Reason)
{
    /// <summary>The place of what is said against an address for a reason.</summary>
    internal static SuppressionPlace Of(AddressHash address, SuppressionReason reason) => new(address.Text, Enum.GetName(reason)!);

    /// <summary>The place after everything that was hashed under a key: there a dot follows its id, and a slash follows a dot.</summary>
    internal static SuppressionPlace AfterKey(string id) => new($"{id}/", "");

    internal static int Compare(SuppressionPlace one, SuppressionPlace other) =>
        string.CompareOrdinal(one.Hash, other.Hash) is not 0 and var byHash ? byHash : string.CompareOrdinal(one.Reason, other.Reason);
}
