using CustomerTouchpoints.Email.Headers;
using CustomerTouchpoints.Email.Words;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CustomerTouchpoints.Email.Bounces;

/// <summary>
/// Tells what a mail is that has come in: a bounce (RFC 3464, and the shapes of Postfix, Exim, Exchange, Gmail, qmail and others), a
/// complaint (RFC 5965), an answering machine's (RFC 3834), one of ours, or a person's. And of bounces and complaints, which
/// message of ours
/// they are about: by the return path (<see cref="EmailOptions.ReturnPath"/>), else by the Message-ID in what came back.
/// </summary>
/// <remarks>
/// Pure: it follows from the mail and the options alone. Thread-safe. It looks at 100 parts, no deeper than 20, and at the
/// beginning of each:
/// whatever a mail is made of, it costs no more. Parse mails with <c>ParserOptions.MaxMimeDepth</c> of 100 or less.
/// </remarks>
public sealed class MailClassifier
{
    private const int LongestRecipient = 320;

    /// <summary>Headers in which servers write whom a mail was delivered to.</summary>
    private static readonly string[] Deliveries = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To", "To"];

    private readonly ReturnPaths paths;

    /// <summary>Makes one that knows our return paths.</summary>
    /// <param name="options">How we send: <see cref="EmailOptions.ReturnPath"/> and <see cref="EmailOptions.ReturnPathKey"/>.</param>
    public MailClassifier(IOptions<EmailOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        paths = new ReturnPaths(options.Value);
    }

    /// <summary>Tells what a mail is.</summary>
    /// <param name="message">The mail.</param>
    /// <returns>What it says; never null.</returns>
    public MailReport Classify(MimeMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if ((ComplaintShape.Read(message) ?? DeliveryStatusShape.Read(message) ?? PlainBounceShape.Read(message)) is { } finding)
        {
            (string? named, bool isProven) = MessageOf(message, finding);
            return new MailReport
            {
                Kind = finding.Kind,
                Receipt = finding.Receipt,
                Message = named,
                IsProven = isProven,
                Recipient = finding.Recipient is { Length: > 0 and <= LongestRecipient } recipient ? HeaderText.OneLine(recipient) : null,
                Status = finding.Status,
                Details = ReportDetails.Of(finding),
            };
        }

        return new MailReport
        {
            Kind =
                IsOwn(message) ? MailKind.Own
                : IsAutomatic(message) ? MailKind.Automatic
                : MailKind.Personal,
        };
    }

    /// <summary>The return path first: what a server puts there is the envelope's. What comes back in the body anybody can write.</summary>
    private (string? Message, bool IsProven) MessageOf(MimeMessage message, Finding finding)
    {
        IEnumerable<string?> places = message
            .Headers.Where(header => Deliveries.Contains(header.Field, StringComparer.OrdinalIgnoreCase))
            .Take(MailParts.Most)
            .Select(header => header.Value)
            .Append(finding.Sender)
            .Append(ReturnedMessage.SenderIn(message));
        foreach (string? place in places)
        {
            if (place is not null && paths.In(place) is { } found)
            {
                return found;
            }
        }

        return (ReturnedMessage.TokenIn(message), false);
    }

    /// <summary>Its id, and the thread that it names, are of the form that ours have, of one domain.</summary>
    private static bool IsOwn(MimeMessage message) =>
        message.Headers[HeaderId.MessageId] is { } id
        && ReturnedMessage.Token(id) is not null
        && (message.Headers[HeaderId.References] ?? "").Trim().Split(' ', 2)[0] is var thread
        && ReturnedMessage.Token(thread) is not null
        && DomainOf(id).Equals(DomainOf(thread), StringComparison.OrdinalIgnoreCase);

    private static bool IsAutomatic(MimeMessage message) =>
        AutomaticMail.IsAutomatic(message.Headers.Take(1000).Select(header => KeyValuePair.Create(header.Field, header.Value ?? "")))
        || AutomaticMail.IsAutomatic([KeyValuePair.Create("Content-Type", message.Body?.ContentType.MimeType ?? "")])
        || AbsenceSubject.Is(message.Headers[HeaderId.Subject] ?? "");

    private static string DomainOf(string id) => id.Trim().Trim('<', '>').Split('@')[^1];
}
