using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;

namespace CustomerTouchpoints.Email.Tests.Smtp;

/// <summary>
/// The certificates that these tests trust beside those of the system: the runtime's mail client has no place of its own to say so.
/// </summary>
internal static class Trust
{
    private static readonly ConcurrentDictionary<string, bool> Thumbprints = new();

    public static void Add(string thumbprint)
    {
        Thumbprints[thumbprint] = true;
#pragma warning disable SYSLIB0014 // The mail client heeds this one.
        ServicePointManager.ServerCertificateValidationCallback = static (_, certificate, _, errors) =>
            errors is SslPolicyErrors.None
            || (
                errors is SslPolicyErrors.RemoteCertificateChainErrors
                && certificate is not null
                && Thumbprints.ContainsKey(certificate.GetCertHashString())
            );
#pragma warning restore SYSLIB0014
    }
}
