using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Addresses;
using CustomerTouchpoints.Email.Headers;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Email;

/// <summary>
/// The email channel: makes a whole message of what was rendered, refuses what can't be one, and hands it to the transport.
/// </summary>
internal sealed class EmailSender(IEmailTransport transport, IOptions<EmailOptions> options) : IChannelSender
{
    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromResult(SendResult.TemporaryFailure("Cancelled before anything was sent."));
        }

        EmailMessage? email = Compose(message, options.Value, out SendResult? refusal);
        return email is null ? Task.FromResult(refusal!) : transport.SendAsync(email, cancellationToken);
    }

    /// <summary>The email that a message is, or null and why it can't be one. Pure.</summary>
    internal static EmailMessage? Compose(OutgoingMessage message, EmailOptions options, out SendResult? refusal)
    {
        MessageContent content = message.Content;
        if ((content.From ?? options.From) is not { } ourSide)
        {
            // A gap in the host's settings and no fault of this address: the message waits until the gap is closed.
            refusal = SendResult.ChannelDown("There is no From address: set EmailOptions.From, or give the message's content one.");
            return null;
        }

        EmailAddress? from = EmailAddress.Make(ourSide.Address, ourSide.Name, out string? fault);
        if (from is null)
        {
            return Refuse($"The From {fault}.", out refusal);
        }

        EmailAddress? to = EmailAddress.Make(message.Address, message.Name, out fault);
        if (to is null)
        {
            return Refuse($"The recipient's {fault}.", out refusal);
        }

        EmailAddress? replyTo = null;
        if (content.ReplyTo is { } answers && (replyTo = EmailAddress.Make(answers.Address, answers.Name, out fault)) is null)
        {
            return Refuse($"The Reply-To {fault}.", out refusal);
        }

        if ((fault = FaultOfHeaders(message)) is not null)
        {
            return Refuse(fault, out refusal);
        }

        string? domain = options.MessageIdDomain is { } own ? DomainName.ToAscii(own, out fault) : from.Domain;
        if (domain is null)
        {
            return Refuse($"EmailOptions.MessageIdDomain {fault}.", out refusal);
        }

        refusal = null;
        return new EmailMessage
        {
            From = from,
            To = to,
            ReplyTo = replyTo,
            Subject = content.Subject,
            Text = content.Text,
            Html = content.Html,
            MessageId = $"{message.MessageId}@{domain}",
            ThreadId = $"{message.ThreadId}@{domain}",
            Date = message.At,
            MayBeRepeat = message.MayBeRepeat,

            // What is no language tag is left out: that a header can't be written is no reason not to tell a customer anything.
            Language = LanguageTag.IsWellFormed(message.Culture) ? message.Culture : null,
        };
    }

    private static string? FaultOfHeaders(OutgoingMessage message) =>
        HeaderText.Fault(message.Content.Subject) is { } subject ? $"The subject {subject}."
        : !MessageIdentifier.IsToken(message.MessageId) ? "The message id is not 32 lower-case hexadecimal digits."
        : !MessageIdentifier.IsToken(message.ThreadId) ? "The thread id is not 32 lower-case hexadecimal digits."
        : null;

    private static EmailMessage? Refuse(string reason, out SendResult refusal)
    {
        refusal = SendResult.PermanentFailure(reason);
        return null;
    }
}
