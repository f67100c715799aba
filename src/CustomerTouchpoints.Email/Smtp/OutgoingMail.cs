using System.Text;
using CustomerTouchpoints.Email.Addresses;
using CustomerTouchpoints.Email.Composing;
using MimeKit;
using MimeKit.IO;

namespace CustomerTouchpoints.Email.Smtp;

/// <summary>One email as MailKit sends it, with its envelope.</summary>
/// <remarks>For one try over one connection.</remarks>
internal sealed class OutgoingMail : IDisposable
{
    /// <summary>MimeKit's default refuses addresses that are in use, such as those with two dots in a row.</summary>
    private static readonly ParserOptions Parsing = new() { AddressParserComplianceMode = RfcComplianceMode.Looser };

    private readonly OutgoingBody body;

    /// <exception cref="FormatException">MimeKit takes an address for none, or for another.</exception>
    public OutgoingMail(EmailMessage email)
    {
        Sender = Mailbox(email.ReturnPath ?? email.From);
        Recipient = Mailbox(email.To);
        Format = MimeComposer.FormatOf(email);
        Message = MimeComposer.Compose(email);
        using (MeasuringStream measured = new())
        {
            Message.WriteTo(Format, measured);
            Size = measured.Length;
        }

        Message.Body = body = new OutgoingBody(Message.Body!);
    }

    public MimeMessage Message { get; }

    public FormatOptions Format { get; }

    public MailboxAddress Sender { get; }

    public MailboxAddress Recipient { get; }

    /// <summary>How many bytes it has on the wire.</summary>
    public long Size { get; }

    /// <summary>Whether the server may have the whole message.</summary>
    public bool MayHaveLeft => body.MayHaveLeft;

    public void Dispose() => Message.Dispose();

    private static MailboxAddress Mailbox(EmailAddress address) =>
        MailboxAddress.TryParse(Parsing, Encoding.UTF8.GetBytes($"<{address.Address}>"), out MailboxAddress? mailbox)
        && mailbox.GetAddress(idnEncode: true).Equals(address.Address, StringComparison.OrdinalIgnoreCase)
            ? mailbox
            : throw new FormatException("MimeKit takes the address for another.");
}
