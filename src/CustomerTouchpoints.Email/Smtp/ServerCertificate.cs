using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace CustomerTouchpoints.Email.Smtp;

/// <summary>Whether a server's certificate is trusted, and what is wrong with it if not.</summary>
internal static class ServerCertificate
{
    /// <summary>Null when it is trusted; else what is wrong, as the end of a sentence that begins with the certificate.</summary>
    public static string? Fault(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors, CertificateTrust trust)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return "is missing";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return $"is not for {trust.Host}: set {trust.Options}.Host to a name that is in it";
        }

        if (!errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) || IsTrustedHere(certificate, chain, trust))
        {
            return null;
        }

        X509ChainStatusFlags status = (chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, (all, each) => all | each.Status);
        return status.HasFlag(X509ChainStatusFlags.NotTimeValid) ? "has expired, or is not valid yet"
            : status.HasFlag(X509ChainStatusFlags.Revoked) ? "was revoked"
            : $"is not trusted ({status}): add its authority to the system's, or to {trust.Options}.TrustedCertificates";
    }

    private static bool IsTrustedHere(X509Certificate certificate, X509Chain? chain, CertificateTrust trust)
    {
        if (trust.Certificates.Count == 0)
        {
            return false;
        }

        using var ours = new X509Chain();
        ours.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        ours.ChainPolicy.CustomTrustStore.AddRange(trust.Certificates);
        ours.ChainPolicy.RevocationMode = trust.CheckRevocation ? X509RevocationMode.Online : X509RevocationMode.NoCheck;
        foreach (X509ChainElement element in chain?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            ours.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        using X509Certificate2 copy = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return ours.Build(copy);
    }
}
