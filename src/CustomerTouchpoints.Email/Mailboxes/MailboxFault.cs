using MailKit.Security;

namespace CustomerTouchpoints.Email.Mailboxes;

/// <summary>
/// Why a mailbox can't be read, for the log. A server's own words are left out: they name who logs in, and whatever else it likes.
/// </summary>
internal static class MailboxFault
{
    public static string Of(Exception fault, IMailSource source) =>
        fault switch
        {
            SslHandshakeException when source is ImapSource { CertificateFault: { } why } => $"the server's certificate {why}",
            AuthenticationException => "the login was refused",
            _ => fault.GetType().Name,
        };
}
