using System.Security.Cryptography.X509Certificates;

namespace CustomerTouchpoints.Email.Smtp;

/// <summary>The server that takes our mail, and how to speak to it. Checked when the host starts.</summary>
/// <remarks>Not thread-safe: it is filled once, while the host's services are composed. Its callback is called concurrently.</remarks>
public sealed class SmtpOptions
{
    /// <summary>The server's name, which its certificate has to carry, or its address. No default.</summary>
    public string Host { get; set; } = "";

    /// <summary>The port. Default 587, the port of submission. On 465 TLS begins with the first byte.</summary>
    public int Port { get; set; } = 587;

    /// <summary>
    /// Whether the connection has to be encrypted before a password or a message goes over it. Default true: a server that does not offer
    /// it, or whose certificate is not trusted, counts as down. False never encrypts; it is for a server on this machine.
    /// </summary>
    public bool RequireTls { get; set; } = true;

    /// <summary>
    /// Whether TLS begins with the first byte (true) or by STARTTLS (false). Null, the default: with the first byte on port 465, by
    /// STARTTLS on every other. Without <see cref="RequireTls"/> it means nothing.
    /// </summary>
    public bool? ImplicitTls { get; set; }

    /// <summary>
    /// Certificates that are trusted beside those of the system: of a certificate authority of the house, or the server's own. The name
    /// in the server's certificate and its dates have to be right all the same. Default: none.
    /// </summary>
    public X509Certificate2Collection TrustedCertificates { get; } = [];

    /// <summary>
    /// Whether a certificate is refused that its authority has revoked, or of which the authority can't be asked. Default false, as
    /// elsewhere in .NET: asking needs a way out to the authority.
    /// </summary>
    public bool CheckRevocation { get; set; }

    /// <summary>
    /// Whom to log in as. Null, the default, does not log in. Needs <see cref="Password"/> or <see cref="AccessToken"/>, and
    /// <see cref="RequireTls"/> unless the host is this machine.
    /// </summary>
    public string? UserName { get; set; }

    /// <summary>The password of <see cref="UserName"/>. The strongest way is taken that the server offers.</summary>
    public string? Password { get; set; }

    /// <summary>
    /// Gives an OAuth 2 access token for <see cref="UserName"/> (OAUTHBEARER or XOAUTH2), in place of a password. Asked for each new
    /// connection; it keeps tokens and renews them itself. Null by default.
    /// </summary>
    public Func<CancellationToken, ValueTask<string>>? AccessToken { get; set; }

    /// <summary>
    /// The name by which we greet the server (EHLO), such as <c>app1.lumen.example</c>. Null, the default, greets by our IP address.
    /// </summary>
    public string? ClientName { get; set; }

    /// <summary>
    /// How long one message may take, from waiting for a connection to the server's last word. Default 20 seconds. Shorter than
    /// <c>TouchpointsOptions.SendDeadline</c>: it knows what was not sent yet, which that one does not.
    /// </summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How many connections may be open at once. Default 4. Fewer are used for a minute when the server takes no more.</summary>
    public int MaxConnections { get; set; } = 4;

    /// <summary>How many messages go over one connection. Default 100.</summary>
    public int MaxMessagesPerConnection { get; set; } = 100;

    /// <summary>How long an idle connection may be used again. Default 15 seconds; zero makes a connection for each message.</summary>
    public TimeSpan KeepOpen { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether TLS begins with the first byte.</summary>
    internal bool UsesImplicitTls => ImplicitTls ?? Port == 465;
}
