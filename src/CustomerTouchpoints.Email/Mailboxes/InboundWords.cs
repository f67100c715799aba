using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CustomerTouchpoints.Email.Headers;
using CustomerTouchpoints.Email.Words;
using CustomerTouchpoints.Inquiries;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CustomerTouchpoints.Email.Mailboxes;

/// <summary>Makes of a mail what the desk takes in: within the desk's bounds, whatever the mail is made of.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class InboundWords(IOptions<InboundMailOptions> options, IOptions<InquiryOptions> limits)
{
    private const int LongestName = 200;
    private const int MostIds = 50;

    /// <summary>Headers in which whom a mail was written to stands, or was delivered to.</summary>
    private static readonly string[] Recipients = ["To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To"];

    public async Task<InboundMessage> OfAsync(
        MimeMessage message,
        CustomerId customer,
        bool isAutomatic,
        DateTimeOffset? arrivedAt,
        CancellationToken cancellationToken
    )
    {
        string text = MailWords.Of(message);
        string id = IdOf(message, text);
        return new InboundMessage
        {
            MessageId = id,
            Customer = customer,
            Text = text,
            Subject = message.Subject is { } subject ? HeaderText.OneLine(subject) : null,
            To =
            [
                .. message
                    .Headers.Where(header => Recipients.Contains(header.Field, StringComparer.OrdinalIgnoreCase))
                    .Take(MostIds)
                    .Select(header => HeaderText.OneLine(header.Value ?? "")),
            ],
            References = [.. Ids(message.Headers[HeaderId.InReplyTo]).Concat(Ids(message.Headers[HeaderId.References])).Take(MostIds)],
            IsAutomatic = isAutomatic,
            At = arrivedAt,
            Attachments = await FilesAsync(message, id, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>Its Message-ID; one that is missing, or too long to be kept, is made of what it says.</summary>
    private static string IdOf(MimeMessage message, string text)
    {
        string? id = message.Headers[HeaderId.MessageId]?.Trim().Trim('<', '>');
        if (id is { Length: > 2 and <= LongestName } && HeaderText.Fault(id) is null && id.All(c => !char.IsWhiteSpace(c)))
        {
            return id;
        }

        string whole = string.Join('\n', id, message.Headers[HeaderId.From], message.Headers[HeaderId.Date], message.Subject, text);
        return $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..32]}@no-id.invalid";
    }

    private static IEnumerable<string> Ids(string? header) =>
        (header ?? "")
            .Split([' ', '\t', '\r', '\n', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(id => id.Trim('<', '>'))
            .Where(id => id.Length is > 2 and <= 1000 && id.Contains('@', StringComparison.Ordinal));

    private async Task<IReadOnlyList<InquiryAttachment>> FilesAsync(MimeMessage message, string id, CancellationToken cancellationToken)
    {
        List<InquiryAttachment> files = [];
        foreach (MimePart part in MailWords.Files(message).Take(limits.Value.MaxAttachments))
        {
            string? kept = options.Value.KeepAttachment is { } keep ? await keep(part, cancellationToken).ConfigureAwait(false) : null;
            string number = (files.Count + 1).ToString(CultureInfo.InvariantCulture);
            files.Add(
                new InquiryAttachment(
                    Name(part.FileName, $"attachment-{number}"),
                    Name(part.ContentType.MimeType, "application/octet-stream"),
                    kept ?? $"mid:{Uri.EscapeDataString(id)}/{number}"
                )
            );
        }

        return files;
    }

    private static string Name(string? given, string otherwise)
    {
        string name = HeaderText.OneLine(given ?? "").Trim();
        name = name.Length <= LongestName ? name : name[..(LongestName - (char.IsHighSurrogate(name[LongestName - 1]) ? 1 : 0))];
        return name.Length == 0 ? otherwise : name;
    }
}
