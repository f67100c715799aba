using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CustomerTouchpoints.Customers.Suppression;

/// <summary>A key under which addresses are hashed.</summary>
internal sealed class HashKey
{
    /// <summary>The fewest bytes that a key has.</summary>
    public const int Fewest = 32;

    private const int IdLength = 6;

    /// <summary>Half of the hash: two of a billion addresses have one as often as never, and no row is longer than it must be.</summary>
    private const int Kept = 16;

    private readonly byte[] bytes;

    private HashKey(byte[] bytes)
    {
        this.bytes = bytes;
        Id = Convert.ToHexStringLower(SHA256.HashData([.. "customer-touchpoints key "u8, .. bytes]))[..IdLength];
    }

    /// <summary>What it is called in the hashes that are made with it. It does not tell the key.</summary>
    public string Id { get; }

    /// <summary>The id of the key with which a hash was made.</summary>
    public static string IdOf(string hash) => hash[..IdLength];

    /// <summary>The key that a text in Base64 is; null where it is none, or too short.</summary>
    public static HashKey? Parse(string? base64)
    {
        var bytes = new byte[(base64?.Length ?? 0)];
        return base64 is not null && Convert.TryFromBase64String(base64, bytes, out int written) && written >= Fewest
            ? new HashKey(bytes[..written])
            : null;
    }

    /// <summary>A key that nobody has had before, as text.</summary>
    public static string Make() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Fewest));

    /// <summary>The hash of an address in its normal form.</summary>
    public AddressHash Of(Channel channel, string address)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(bytes, Encoding.UTF8.GetBytes($"{channel.Name}\0{address}"), hash);
        return new AddressHash(channel, $"{Id}.{Base64Url.EncodeToString(hash[..Kept])}");
    }
}
