using System.Globalization;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Attachments;
using CustomerTouchpoints.Email.Composing;
using CustomerTouchpoints.Email.Signing;
using CustomerTouchpoints.Email.Tests.Reading;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Email.Tests;

/// <summary>Values of which a test cares about one property only.</summary>
internal static class Some
{
    public const string Token = "0123456789abcdef0123456789abcdef";

    public static OutgoingMessage Message(int number = 1) =>
        new()
        {
            Touchpoint = TouchpointId.Parse($"order/{number}~order-shipped~1~buyer~email"),
            MessageId = number.ToString("x32", CultureInfo.InvariantCulture),
            ThreadId = Token,
            Attempt = 1,
            Channel = Channel.Email,
            Customer = "ana",
            Address = "ana@post.example",
            Name = "Ana Silva",
            Culture = "fr-CA",
            Category = Category.Transactional,
            At = new DateTimeOffset(2026, 3, 9, 16, 40, 5, TimeSpan.FromHours(2)),
            Content = new MessageContent
            {
                Subject = "Your parcel is on its way",
                Text = "Hello Ana",
                Html = "<p>Hello Ana</p>",
            },
        };

    public static EmailOptions Options() => new() { From = new MessageAddress("hello@lumen.example", "Lumen Cameras") };

    public static EmailSender Sender(IEmailTransport transport, EmailOptions? options = null, ILoggerFactory? loggers = null)
    {
        IOptions<EmailOptions> given = Microsoft.Extensions.Options.Options.Create(options ?? Options());
        return new EmailSender(transport, new EmailComposer(given, new DkimKeys(given)), new AttachmentSource(given), loggers);
    }

    public static EmailMessage? Composed(OutgoingMessage message, EmailOptions? options, out SendResult? refusal)
    {
        IOptions<EmailOptions> given = Microsoft.Extensions.Options.Options.Create(options ?? Options());
        return new EmailComposer(given, new DkimKeys(given)).Compose(message, out refusal);
    }

    public static EmailMessage Email(OutgoingMessage message, EmailOptions? options = null) =>
        Composed(message, options, out SendResult? refusal) ?? throw new InvalidOperationException(refusal?.Reason);

    public static StrictMail Read(OutgoingMessage message, EmailOptions? options = null) =>
        StrictMail.Read(Email(message, options).ToBytes());
}
