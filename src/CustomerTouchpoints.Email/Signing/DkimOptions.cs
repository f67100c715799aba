namespace CustomerTouchpoints.Email.Signing;

/// <summary>A key by which a domain signs its mail (DKIM, RFC 6376): RSA of 1024 bits or more, or Ed25519 (RFC 8463).</summary>
/// <remarks>
/// Not thread-safe: it is filled once, while the host's services are composed. Checked when the host starts. The public key is published
/// in the DNS, as a TXT record of <c>selector._domainkey.domain</c>.
/// </remarks>
public sealed class DkimOptions
{
    /// <summary>The domain that signs, such as <c>lumen.example</c>: it signs mail from itself and from domains below it. No
    /// default.</summary>
    public string Domain { get; set; } = "";

    /// <summary>Which of the domain's keys it is, such as <c>mail2026</c>. No default.</summary>
    public string Selector { get; set; } = "";

    /// <summary>
    /// The private key in PEM, not encrypted: PKCS#8 or, for RSA, PKCS#1. Null, the default, reads <see cref="PrivateKeyFile"/>.
    /// </summary>
    public string? PrivateKey { get; set; }

    /// <summary>The file that has the private key in PEM. Read once, when the host starts.</summary>
    public string? PrivateKeyFile { get; set; }
}
