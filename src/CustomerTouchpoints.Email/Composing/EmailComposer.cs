using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Addresses;
using CustomerTouchpoints.Email.Headers;
using CustomerTouchpoints.Email.Signing;
using CustomerTouchpoints.Links;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Email.Composing;

/// <summary>Makes an email of a rendered message, or says why it can't be one.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class EmailComposer(
    IOptions<EmailOptions> options,
    DkimKeys keys,
    IOptions<TouchpointsOptions>? engine = null,
    LinkSigner? links = null
)
{
    /// <summary>The email that a message is, or null and why it can't be one. No I/O.</summary>
    public EmailMessage? Compose(OutgoingMessage message, out SendResult? refusal)
    {
        MessageContent content = message.Content;
        if ((content.From ?? options.Value.From) is not { } ourSide)
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

        string? domain = options.Value.MessageIdDomain is { } own ? DomainName.ToAscii(own, out fault) : from.Domain;
        fault =
            domain is null ? $"EmailOptions.MessageIdDomain {fault}."
            : !MessageIdentifier.IsToken(message.MessageId) ? "The message id is not 32 lower-case hexadecimal digits."
            : !MessageIdentifier.IsToken(message.ThreadId) ? "The thread id is not 32 lower-case hexadecimal digits."
            : null;
        if (fault is not null)
        {
            return Refuse(fault, out refusal);
        }

        Uri? link = LinkFor(message, out refusal);
        if (refusal is not null)
        {
            return null;
        }

        return new EmailMessage
        {
            From = from,
            To = to,
            ReplyTo = replyTo,
            ReturnPath = options.Value.ReturnPath is { } path
                ? EnvelopeSender.Of(path, options.Value.ReturnPathKey, message.MessageId, to)
                : null,
            Subject = HeaderText.OneLine(content.Subject),
            Text = content.Text,
            Html = content.Html,
            MessageId = $"{message.MessageId}@{domain}",
            ThreadId = $"{message.ThreadId}@{domain}",
            IsPersonal = content.IsPersonal,

            // An id that is none is left out: the thread is known all the same.
            InReplyTo = MessageIdentifier.Foreign(content.InReplyTo),
            Date = message.At,
            MayBeRepeat = message.MayBeRepeat,
            Unsubscribe = link,
            SignedBy = keys.For(from.Domain),

            // What is no language tag is left out: that a header can't be written is no reason not to tell a customer anything.
            Language = LanguageTag.IsWellFormed(message.Culture) ? message.Culture : null,
        };
    }

    /// <summary>Where the reader of a message that may be declined can do so: as the host says, or by a link of ours.</summary>
    private Uri? LinkFor(OutgoingMessage message, out SendResult? refusal)
    {
        refusal = null;
        if (message.Category != Category.Promotional || options.Value.Unsubscribe is not { } ask)
        {
            return MayBeDeclined(message.Category) ? SignedLink(message) : null;
        }

        try
        {
            Uri? link = ask(message);
            refusal =
                link is not null && UnsubscribeLink.Fault(link) is { } fault
                    ? SendResult.PermanentFailure($"The link of EmailOptions.Unsubscribe {fault}.")
                    : null;
            return link;
        }
#pragma warning disable CA1031 // The host's own code may throw anything; nothing has been sent.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            refusal = SendResult.TemporaryFailure($"EmailOptions.Unsubscribe failed with {fault.GetType().Name}; nothing was sent.");
            return null;
        }
    }

    /// <summary>Null where it can't be: one on this machine, for development, or a customer whose id is too long for a header.</summary>
    private Uri? SignedLink(OutgoingMessage message) =>
        links?.UnsubscribeLink(message.Customer, message.Category, message.Channel) is { } link && UnsubscribeLink.Fault(link) is null
            ? link
            : null;

    private bool MayBeDeclined(Category category) =>
        category switch
        {
            Category.Promotional => true,
            Category.Service => engine?.Value.ServiceMayBeDeclined == true,
            _ => false,
        };

    private static EmailMessage? Refuse(string reason, out SendResult refusal)
    {
        refusal = SendResult.PermanentFailure(reason);
        return null;
    }
}
