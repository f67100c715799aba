using System.Security.Cryptography;
using System.Text;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Attachments;
using MimeKit;

namespace CustomerTouchpoints.Email.Tests.Attachments;

/// <summary>What comes with a message, read back by MimeKit.</summary>
public sealed class AttachmentTests
{
    private static readonly byte[] Pdf = RandomNumberGenerator.GetBytes(20_000);

    [Test]
    public async Task Files_images_and_invitations_arrive_where_mail_programs_look_for_them()
    {
        byte[] calendar = Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n");
        RecordingTransport transport = new();
        EmailOptions options = Some.Options();
        options.Attachments = (message, _) =>
            ValueTask.FromResult<IReadOnlyList<EmailAttachment>>([
                new EmailAttachment("../Rechnung März.pdf", "application/pdf", _ => ValueTask.FromResult<Stream>(new MemoryStream(Pdf))),
                new EmailAttachment("logo.png", "image/png", new byte[] { 1, 2, 3 }) { ContentId = "logo" },
                new EmailAttachment("visit.ics", "text/calendar; method=REQUEST", calendar),
            ]);

        await Some.Sender(transport, options).SendAsync(Some.Message(), CancellationToken.None);

        using MimeMessage mail = await MimeMessage.LoadAsync(new MemoryStream(transport.Sent.Single().ToBytes()));
        var mixed = (Multipart)mail.Body!;
        var alternative = (MultipartAlternative)mixed[0];
        var related = (MultipartRelated)alternative[1];
        Assert.That(
            (mixed.Count, alternative.Count, related.Count, mail.TextBody?.Trim(), mail.HtmlBody?.Trim()),
            Is.EqualTo((2, 3, 2, "Hello Ana", "<p>Hello Ana</p>"))
        );
        Assert.That((Told(related[1]), related[1].ContentId), Is.EqualTo(("image/png|logo.png|010203", "logo")));
        Assert.That(Told(alternative[2]), Is.EqualTo($"text/calendar|visit.ics|{Convert.ToHexString(calendar)}"));
        Assert.That(
            (alternative[2].ContentType.Parameters["method"], alternative[2].ContentType.Charset),
            Is.EqualTo(("REQUEST", "utf-8"))
        );
        Assert.That(Told(mixed[1]), Is.EqualTo($"application/pdf|Rechnung März.pdf|{Convert.ToHexString(Pdf)}"));
        Assert.That(mixed[1].IsAttachment, Is.True);
    }

    [TestCase("application/pdf", SendOutcome.Sent)]
    [TestCase("no type", SendOutcome.PermanentFailure)]
    public async Task What_the_data_bring_comes_with_it(string type, SendOutcome outcome)
    {
        OutgoingMessage message = Some.Message();
        RecordingTransport transport = new();

        SendResult result = await Some.Sender(transport)
            .SendAsync(
                message with
                {
                    Content = message.Content with { Attachments = [new MessageAttachment("a.pdf", type, Pdf)] },
                },
                CancellationToken.None
            );

        Assert.That(result.Outcome, Is.EqualTo(outcome), result.Reason);
        Assert.That(transport.Sent.SelectMany(sent => sent.Attachments).Count(), Is.EqualTo(outcome == SendOutcome.Sent ? 1 : 0));
    }

    [Test]
    public async Task What_is_too_large_fails_for_good_and_is_not_read_to_its_end()
    {
        EmailOptions options = Some.Options();
        options.MaxAttachmentBytes = 100_000;
        options.Attachments = (_, _) =>
            ValueTask.FromResult<IReadOnlyList<EmailAttachment>>([
                new EmailAttachment("small.bin", "application/octet-stream", new byte[50_000]),
                new EmailAttachment("endless.bin", "application/octet-stream", _ => ValueTask.FromResult<Stream>(new Endless())),
            ]);
        RecordingTransport transport = new();

        SendResult result = await Some.Sender(transport, options).SendAsync(Some.Message(), CancellationToken.None);

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.PermanentFailure));
        Assert.That(result.Reason, Does.Contain("100000 bytes"));
        Assert.That(transport.Sent, Is.Empty);
    }

    [Test]
    public async Task A_host_that_fails_to_bring_them_costs_a_try_and_no_message()
    {
        EmailOptions options = Some.Options();
        options.Attachments = (_, _) => throw new InvalidOperationException("canary");
        RecordingTransport transport = new();

        SendResult result = await Some.Sender(transport, options).SendAsync(Some.Message(), CancellationToken.None);

        Assert.That(
            (result.Outcome, result.Reason),
            Is.EqualTo((SendOutcome.TemporaryFailure, "EmailOptions.Attachments failed with InvalidOperationException; nothing was sent."))
        );
        Assert.That(transport.Sent, Is.Empty);
    }

    [TestCase("", "attachment")]
    [TestCase("C:\\temp\\a.pdf", "a.pdf")]
    [TestCase("/etc/passwd", "passwd")]
    [TestCase("..", "attachment")]
    [TestCase("a\r\nX-Evil: yes.pdf", "a X-Evil: yes.pdf")]
    [TestCase("=?utf-8?Q?a?=.pdf", "=_utf-8?Q?a?=.pdf")]
    public void A_name_is_a_file_name_on_one_line(string name, string kept)
    {
        EmailAttachment attachment = new(name, "application/pdf", Pdf);
        Assert.That(attachment.Name, Is.EqualTo(kept));
        EmailMessage email = Some.Email(Some.Message()) with { Attachments = [attachment] };
        using MimeMessage read = MimeMessage.Load(new MemoryStream(email.ToBytes()));
        Assert.That(read.Headers.Contains("X-Evil"), Is.False);
        Assert.That(read.Attachments.Single().ContentDisposition!.FileName, Does.StartWith(kept[..1]));
    }

    [TestCase("pdf")]
    [TestCase("multipart/mixed; boundary=x")]
    [TestCase("message/rfc822")]
    [TestCase("application/pdf\r\nX-Evil: yes")]
    public void What_is_no_media_type_is_refused(string type) =>
        Assert.That(() => new EmailAttachment("a.pdf", type, Pdf), Throws.ArgumentException);

    private static string Told(MimeEntity entity)
    {
        var part = (MimePart)entity;
        using MemoryStream content = new();
        part.Content!.DecodeTo(content);
        return $"{part.ContentType.MimeType}|{part.FileName}|{Convert.ToHexString(content.ToArray())}";
    }

    private sealed class Endless : MemoryStream
    {
        private int read;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ++read > 20 ? throw new InvalidOperationException("It is read on.") : ValueTask.FromResult(buffer.Length);
    }
}
