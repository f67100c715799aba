using System.Security.Cryptography.X509Certificates;

namespace CustomerTouchpoints.Email.Mailboxes;

/// <summary>A mailbox on a server that speaks IMAP, and what becomes of mail that was taken in. Checked when the host starts.</summary>
/// <remarks>Not thread-safe: it is filled once, while the host's services are composed. Its callback is called concurrently.</remarks>
public sealed class ImapOptions
{
    /// <summary>The server's name, which its certificate has to carry, or its address. No default.</summary>
    public string Host { get; set; } = "";

    /// <summary>The port. Default 993, on which TLS begins with the first byte.</summary>
    public int Port { get; set; } = 993;

    /// <summary>
    /// Whether TLS begins with the first byte (true) or by STARTTLS (false). Null, the default: with the first byte on port 993, by
    /// STARTTLS on every other. Without <see cref="RequireTls"/> it means nothing.
    /// </summary>
    public bool? ImplicitTls { get; set; }

    /// <summary>
    /// Whether the connection has to be encrypted before a password goes over it. Default true. False never encrypts; it is for a server on
    /// this machine.
    /// </summary>
    public bool RequireTls { get; set; } = true;

    /// <summary>Certificates that are trusted beside those of the system. Default: none.</summary>
    public X509Certificate2Collection TrustedCertificates { get; } = [];

    /// <summary>Whom to log in as. No default.</summary>
    public string UserName { get; set; } = "";

    /// <summary>The password; never logged. Null where <see cref="AccessToken"/> is used.</summary>
    public string? Password { get; set; }

    /// <summary>Gives an OAuth 2 token for <see cref="UserName"/>, in place of a password. Asked for each connection.</summary>
    public Func<CancellationToken, ValueTask<string>>? AccessToken { get; set; }

    /// <summary>The folder that is read. Default <c>INBOX</c>.</summary>
    public string Folder { get; set; } = "INBOX";

    /// <summary>
    /// The folder that mail is moved to which was taken in; it is made if there is none. Null, the default, leaves it where it is, with the
    /// keyword <c>$TouchpointsDone</c>, or as read where the server keeps no keywords.
    /// </summary>
    public string? DoneFolder { get; set; }

    /// <summary>
    /// The folder that mail is moved to which a person has to look at; it is made if there is none. Null, the default, leaves it where it
    /// is, flagged, and with the keyword <c>$TouchpointsAside</c>.
    /// </summary>
    public string? AsideFolder { get; set; }

    /// <summary>How long the server may take for one answer. Default 30 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
