using System.Collections.Frozen;

namespace CustomerTouchpoints.Customers.Suppression;

/// <summary>Hashes addresses, each under every key that lives: the current one first.</summary>
/// <param name="keys">The keys that live: what is new is hashed under the first.</param>
/// <param name="formOf">What the addresses of a channel look like.</param>
/// <remarks>Immutable; thread-safe.</remarks>
internal sealed class AddressHasher(IReadOnlyList<HashKey> keys, Func<Channel, AddressForm> formOf)
{
    /// <summary>The ids of the keys that live.</summary>
    public IReadOnlyList<string> KeyIds { get; } = [.. keys.Select(key => key.Id)];

    public IReadOnlyList<AddressHash> Of(Channel channel, string address)
    {
        string normal = NormalAddress.Of(formOf(channel), address);
        var hashes = new AddressHash[keys.Count];
        for (int i = 0; i < hashes.Length; i++)
        {
            hashes[i] = keys[i].Of(channel, normal);
        }

        return hashes;
    }

    /// <summary>The hashes of all the addresses that a customer has, by channel.</summary>
    public FrozenDictionary<Channel, IReadOnlyList<AddressHash>> Of(Customer customer) =>
        customer
            .Addresses.Where(address => !string.IsNullOrWhiteSpace(address.Value))
            .ToFrozenDictionary(address => address.Key, address => Of(address.Key, address.Value));
}
