using CustomerTouchpoints.Email.Smtp;

namespace CustomerTouchpoints.Email.Tests.Smtp;

/// <summary>Transports to a server of a test.</summary>
internal static class Via
{
    /// <summary>In clear text and without a login.</summary>
    public static SmtpTransport Plain(int port, Action<SmtpOptions>? configure = null, TimeProvider? time = null)
    {
        var options = new SmtpOptions
        {
            Host = "localhost",
            Port = port,
            RequireTls = false,
        };
        configure?.Invoke(options);
        return new SmtpTransport(Microsoft.Extensions.Options.Options.Create(options), time ?? TimeProvider.System);
    }

    /// <summary>Over STARTTLS and with a login, as a host should.</summary>
    public static SmtpTransport Tls(MailServer server, Action<SmtpOptions>? configure = null) => Tls(server, server.Port, configure);

    /// <summary>The same through a proxy that listens on another port.</summary>
    public static SmtpTransport Tls(MailServer server, int port, Action<SmtpOptions>? configure = null) =>
        Plain(
            port,
            options =>
            {
                options.RequireTls = true;
                options.TrustedCertificates.Add(server.Certificate);
                options.UserName = MailServer.UserName;
                options.Password = MailServer.Password;
                configure?.Invoke(options);
            }
        );
}
