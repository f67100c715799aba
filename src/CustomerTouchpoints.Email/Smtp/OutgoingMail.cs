using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using CustomerTouchpoints.Email.Addresses;
using CustomerTouchpoints.Email.Mime;

namespace CustomerTouchpoints.Email.Smtp;

/// <summary>
/// One email as <c>System.Net.Mail</c> sends it: our ids and headers, our parts byte by byte. The runtime writes the other headers, and the
/// date of the moment.
/// </summary>
internal sealed class OutgoingMail : IDisposable
{
    /// <exception cref="FormatException">The runtime takes an address for none.</exception>
    public OutgoingMail(EmailMessage message)
    {
        string boundary = MimeWriter.Boundary(message);
        Body = new OutgoingBody(MimeWriter.WriteParts(message, boundary));
        Message = new MailMessage(Mailbox(message.From), Mailbox(message.To))
        {
            Subject = message.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        foreach ((string name, string value) in MimeWriter.OwnHeaders(message))
        {
            Message.Headers[name] = value;
        }

        if (message.ReplyTo is { } replyTo)
        {
            Message.ReplyToList.Add(Mailbox(replyTo));
        }

        // One view and no body of its own: then a message is that view, whatever its type, and 7-bit content is sent as it is.
        Message.AlternateViews.Add(
            new AlternateView(Body, new ContentType($"multipart/alternative; boundary=\"{boundary}\""))
            {
                TransferEncoding = TransferEncoding.SevenBit,
            }
        );
    }

    public MailMessage Message { get; }

    public OutgoingBody Body { get; }

    public void Dispose() => Message.Dispose();

    private static MailAddress Mailbox(EmailAddress mailbox) => new(mailbox.Address, mailbox.Name, Encoding.UTF8);
}
