using System.Net.Sockets;
using MailKit.Net.Smtp;
using MimeKit;

namespace CustomerTouchpoints.Email.Smtp;

/// <summary>A connection to the server: MailKit's client, and what has become of it so far.</summary>
/// <remarks>Used by one message at a time.</remarks>
internal sealed class SmtpSession : SmtpClient
{
    private readonly Socket socket;
    private long size;

    public SmtpSession(Socket socket)
        : base(new AnswerBound()) => this.socket = socket;

    /// <summary>How many messages have gone over it, or were refused on it.</summary>
    public int Carried { get; private set; }

    /// <summary>When it was last given back; null while it is new.</summary>
    public DateTimeOffset? IdleSince { get; set; }

    /// <summary>What is wrong with the server's certificate; null while nothing is.</summary>
    public string? CertificateFault { get; set; }

    /// <summary>
    /// Whether it is of use: a server that has closed it, or that says something without being asked, has done with it.
    /// </summary>
    public bool IsAlive
    {
        get
        {
            try
            {
                return IsConnected && !socket.Poll(0, SelectMode.SelectRead);
            }
            catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
            {
                return false;
            }
        }
    }

    /// <summary>Sends one message.</summary>
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        Carried++;
        size = mail.Size;
        await SendAsync(mail.Format, mail.Message, mail.Sender, [mail.Recipient], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Nothing is left to prepare: the message is composed for every server, and signed.</summary>
    protected override void Prepare(FormatOptions options, MimeMessage message, EncodingConstraint constraint, int maxLineLength) { }

    /// <summary>Known already, so that the body is written once: to the server.</summary>
    protected override Task<long> GetSizeAsync(FormatOptions options, MimeMessage message, CancellationToken cancellationToken) =>
        Task.FromResult(size);
}
