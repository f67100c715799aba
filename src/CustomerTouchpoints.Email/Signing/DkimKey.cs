using CustomerTouchpoints.Email.Addresses;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.OpenSsl;

namespace CustomerTouchpoints.Email.Signing;

/// <summary>
/// The private key by which a domain signs its mail (DKIM, RFC 6376 and RFC 8463): RSA of 1024 bits or more, or Ed25519. Immutable.
/// </summary>
internal sealed class DkimKey
{
    private const int FewestRsaBits = 1024; // RFC 8301: verifiers take nothing shorter

    private DkimKey(string domain, string selector, AsymmetricKeyParameter key)
    {
        Domain = domain;
        Selector = selector;
        PrivateKey = key;
    }

    /// <summary>The domain that signs, in ASCII.</summary>
    public string Domain { get; }

    /// <summary>Which of the domain's keys it is.</summary>
    public string Selector { get; }

    public AsymmetricKeyParameter PrivateKey { get; }

    public DkimSignatureAlgorithm Algorithm =>
        PrivateKey is Ed25519PrivateKeyParameters ? DkimSignatureAlgorithm.Ed25519Sha256 : DkimSignatureAlgorithm.RsaSha256;

    /// <summary>The key that options describe, or null and what is wrong, as the end of a sentence that begins with the options.</summary>
    public static DkimKey? Read(DkimOptions options, out string? fault)
    {
        if (DomainName.ToAscii(options.Domain, out fault) is not { } domain)
        {
            fault = $"Domain {fault}. Use a domain like lumen.example.";
            return null;
        }

        if (DomainName.ToAscii(options.Selector, out fault) is not { } selector)
        {
            fault = $"Selector {fault}. Use a name like mail2026, under which the public key stands in the DNS.";
            return null;
        }

        try
        {
            string? pem = options.PrivateKey ?? (options.PrivateKeyFile is { } file ? File.ReadAllText(file) : null);
            if (pem is not null && Parse(pem) is { } key)
            {
                return new DkimKey(domain, selector, key);
            }

            fault = $"PrivateKey is no private key in PEM that can sign. Use RSA of at least {FewestRsaBits} bits, or Ed25519.";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            fault = $"PrivateKeyFile can't be read ({unreadable.GetType().Name}). Name a file in PEM that this process may read.";
        }

        return null;
    }

    /// <summary>Whether it signs for mail from a domain: its own, and those below it.</summary>
    public bool IsFor(string domain) =>
        domain.Equals(Domain, StringComparison.OrdinalIgnoreCase) || domain.EndsWith($".{Domain}", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whose key it is; never the key.</summary>
    public override string ToString() => $"{Selector}._domainkey.{Domain}";

    private static AsymmetricKeyParameter? Parse(string pem)
    {
        try
        {
            using PemReader reader = new(new StringReader(pem));
            return reader.ReadObject() switch
            {
                AsymmetricCipherKeyPair pair => Usable(pair.Private),
                AsymmetricKeyParameter key => Usable(key),
                _ => null,
            };
        }
#pragma warning disable CA1031 // A reader of keys may throw anything at what is none.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static AsymmetricKeyParameter? Usable(AsymmetricKeyParameter key) =>
        key is Ed25519PrivateKeyParameters || (key is RsaKeyParameters { IsPrivate: true } rsa && rsa.Modulus.BitLength >= FewestRsaBits)
            ? key
            : null;
}
