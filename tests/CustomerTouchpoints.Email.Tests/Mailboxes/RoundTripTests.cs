using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Email.Bounces;
using CustomerTouchpoints.Email.Mailboxes;
using CustomerTouchpoints.Email.Smtp;
using CustomerTouchpoints.Email.Tests.Smtp;
using CustomerTouchpoints.Testing;
using MimeKit;

namespace CustomerTouchpoints.Email.Tests.Mailboxes;

/// <summary>
/// A mail of ours goes through a real server, Exim, which finds that its reader is gone; its bounce is read from the maildir.
/// </summary>
public sealed class RoundTripTests
{
    [Test]
    public async Task A_bounce_of_a_real_server_says_which_message_it_is_about()
    {
        using MailServer server = new(tls: false, login: false);
        using SmtpTransport transport = Via.Plain(server.Port);
        EmailOptions options = Some.Options();
        (options.ReturnPath, options.ReturnPathKey) = ("bounces+{id}@lumen.example", "a secret of 24 characters"u8.ToArray());
        Channels.SendResult sent = await transport.SendAsync(
            Some.Email(Some.Message(7) with { Address = "gone@post.example" }, options),
            CancellationToken.None
        );
        server.Delivered(1);

        await using FolderSource source = new("box", FolderLayout.Maildir(Path.GetDirectoryName(server.Inbox)!), new VirtualTime());
        MailEntry mail = (await source.ListAsync(new HashSet<string>(), 10, CancellationToken.None)).Single();
        await using Stream? stream = await source.OpenAsync(mail, CancellationToken.None);
        using MimeMessage bounce = await MailParsing.ParseAsync(stream!, 25 << 20, CancellationToken.None);
        MailReport report = new MailClassifier(Microsoft.Extensions.Options.Options.Create(options)).Classify(bounce);

        Assert.That(sent.Reference, Is.EqualTo(Some.Message(7).MessageId), "By it the receipt finds the message.");
        Assert.That(
            (report.Kind, report.Receipt, report.Message, report.IsProven, report.Recipient),
            Is.EqualTo((MailKind.Bounce, (ReceiptKind?)ReceiptKind.HardBounced, sent.Reference, true, "gone@post.example"))
        );
    }
}
