using System.Net;
using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace CustomerTouchpoints.Email.Smtp;

/// <summary>Connects to the server, encrypts, logs in.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class SmtpConnector(SmtpOptions options)
{
    private readonly CertificateTrust trust = new(nameof(SmtpOptions), options.Host, options.TrustedCertificates, options.CheckRevocation);

    /// <summary>A connection that takes messages.</summary>
    /// <param name="utf8">Whether it is for a message that needs SMTPUTF8. MailKit would use it for every address otherwise.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    /// <exception cref="ConnectFailedException">There is none.</exception>
    public async Task<SmtpSession> ConnectAsync(bool utf8, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        SmtpSession session = new(socket)
        {
            LocalDomain = options.ClientName,
            CheckCertificateRevocation = options.RequireTls && options.CheckRevocation,
        };
        session.ServerCertificateValidationCallback = (_, certificate, chain, errors) =>
            (session.CertificateFault = ServerCertificate.Fault(certificate, chain, errors, trust)) is null;
        try
        {
            await socket.ConnectAsync(options.Host, options.Port, cancellationToken).ConfigureAwait(false);
            SecureSocketOptions security =
                !options.RequireTls ? SecureSocketOptions.None
                : options.UsesImplicitTls ? SecureSocketOptions.SslOnConnect
                : SecureSocketOptions.StartTls;
            await session.ConnectAsync(socket, options.Host, options.Port, security, cancellationToken).ConfigureAwait(false);
            await LogInAsync(session, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever it is: there is no connection, and the verdict is made of it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            session.Dispose();
            socket.Dispose();
            throw new ConnectFailedException(session.CertificateFault, fault);
        }

        if (!utf8)
        {
            session.Capabilities &= ~SmtpCapabilities.UTF8;
        }

        return session;
    }

    private async Task LogInAsync(SmtpSession session, CancellationToken cancellationToken)
    {
        if (options.UserName is not { } user)
        {
            return;
        }

        if (options.AccessToken is { } ask)
        {
            string token = await ask(cancellationToken).ConfigureAwait(false);
            SaslMechanism bearer = session.AuthenticationMechanisms.Contains("OAUTHBEARER")
                ? new SaslMechanismOAuthBearer(user, token)
                : new SaslMechanismOAuth2(user, token);
            await session.AuthenticateAsync(bearer, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await session.AuthenticateAsync(new NetworkCredential(user, options.Password), cancellationToken).ConfigureAwait(false);
        }
    }
}
