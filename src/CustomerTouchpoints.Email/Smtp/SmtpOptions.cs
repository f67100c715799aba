namespace CustomerTouchpoints.Email.Smtp;

/// <summary>The server that takes our mail, and how to speak to it. Checked when the host starts.</summary>
/// <remarks>Not thread-safe: it is filled once, while the host's services are composed.</remarks>
public sealed class SmtpOptions
{
    /// <summary>The server's name, which its certificate has to carry, or its address. No default.</summary>
    public string Host { get; set; } = "";

    /// <summary>The port. Default 587, the port of submission. Port 465 (TLS from the first byte) is not supported.</summary>
    public int Port { get; set; } = 587;

    /// <summary>
    /// Whether the connection has to be encrypted by STARTTLS before anything is said on it. Default true: a server that does not offer it,
    /// or whose certificate is not trusted, counts as down. False never encrypts; it is for a server on this machine.
    /// </summary>
    public bool RequireTls { get; set; } = true;

    /// <summary>
    /// Whom to log in as, by AUTH LOGIN. Null, the default, does not log in. Needs <see cref="RequireTls"/> unless the host is this
    /// machine.
    /// </summary>
    public string? UserName { get; set; }

    /// <summary>The password of <see cref="UserName"/>.</summary>
    public string? Password { get; set; }

    /// <summary>
    /// How long one message may take, from waiting for a connection to the server's last word. Default 20 seconds. Shorter than
    /// <c>TouchpointsOptions.SendDeadline</c>: it knows what was not sent yet, which that one does not.
    /// </summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How many connections may be open at once. Default 4.</summary>
    public int MaxConnections { get; set; } = 4;

    /// <summary>How long an idle connection may be used again. Default 15 seconds; zero makes a connection for each message.</summary>
    public TimeSpan KeepOpen { get; set; } = TimeSpan.FromSeconds(15);
}
