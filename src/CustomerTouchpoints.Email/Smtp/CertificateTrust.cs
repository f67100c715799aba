using System.Security.Cryptography.X509Certificates;

namespace CustomerTouchpoints.Email.Smtp;

/// <summary>Which certificates of a server are trusted beside the system's.</summary>
/// <param name="Options">The options that say so, for words of what is wrong.</param>
/// <param name="Host">The name that the certificate has to carry.</param>
/// <param name="Certificates">Those that are trusted.</param>
/// <param name="CheckRevocation">Whether the authority is asked.</param>
internal sealed record CertificateTrust(string Options, string Host, X509Certificate2Collection Certificates, bool CheckRevocation);
