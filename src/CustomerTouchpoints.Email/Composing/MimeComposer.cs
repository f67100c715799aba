using System.Text;
using CustomerTouchpoints.Email.Attachments;
using CustomerTouchpoints.Email.Headers;
using CustomerTouchpoints.Email.Signing;
using MimeKit;
using MimeKit.Encodings;

namespace CustomerTouchpoints.Email.Composing;

/// <summary>
/// Composes the MIME message that an email is. Deterministic: no clock, no randomness, no machine name. See docs/decisions/0037.
/// </summary>
internal static class MimeComposer
{
    /// <summary>The encoder goes up to two characters beyond it; RFC 2045 allows 76.</summary>
    private const int EncoderLineLength = 74;

    /// <summary>The bytes that go over the wire.</summary>
    public static byte[] Write(EmailMessage email)
    {
        using MimeMessage message = Compose(email);
        using MemoryStream bytes = new();
        message.WriteTo(FormatOf(email), bytes);
        return bytes.ToArray();
    }

    /// <summary>How it is written: CRLF, and headers in UTF-8 where an address can't be written otherwise.</summary>
    public static FormatOptions FormatOf(EmailMessage email)
    {
        FormatOptions format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        format.EnsureNewLine = true;
        format.International = NeedsSmtpUtf8(email);
        return format;
    }

    /// <summary>Whether it can only go over a server that speaks SMTPUTF8.</summary>
    public static bool NeedsSmtpUtf8(EmailMessage email) =>
        email.To.NeedsSmtpUtf8
        || email.From.NeedsSmtpUtf8
        || email.ReplyTo?.NeedsSmtpUtf8 is true
        || email.ReturnPath?.NeedsSmtpUtf8 is true;

    /// <summary>The whole message, signed if it has a key.</summary>
    public static MimeMessage Compose(EmailMessage email)
    {
        MimeEntity body = Body(email);
        if (email.Language is not null)
        {
            // MimeKit takes what begins with Content- for the body's, and the other way round would lose it.
            body.Headers.Insert(0, HeaderFields.Plain("Content-Language", email.Language));
        }

        MimeMessage message = new([.. Headers(email), body]);
        foreach (DkimKey key in email.SignedBy)
        {
            MessageSigner.Sign(message, FormatOf(email), key, email.Date);
        }

        return message;
    }

    private static IEnumerable<Header> Headers(EmailMessage email)
    {
        yield return HeaderFields.Date("Date", email.Date);
        yield return HeaderFields.Mailbox("From", email.From);
        yield return HeaderFields.Mailbox("To", email.To);
        if (email.ReplyTo is not null)
        {
            yield return HeaderFields.Mailbox("Reply-To", email.ReplyTo);
        }

        yield return HeaderFields.Text("Subject", email.Subject);
        yield return HeaderFields.Plain("Message-ID", $"<{email.MessageId}>");
        yield return HeaderFields.Plain("In-Reply-To", $"<{email.InReplyTo ?? email.ThreadId}>");
        yield return HeaderFields.Plain(
            "References",
            email.InReplyTo is { } answered ? $"<{email.ThreadId}> <{answered}>" : $"<{email.ThreadId}>"
        );
        if (!email.IsPersonal)
        {
            yield return HeaderFields.Plain("Auto-Submitted", "auto-generated");
        }

        // Exchange's own word for the same, and fit for a person's mail, too. Delivery reports are left on: a bounce is news.
        yield return HeaderFields.Plain("X-Auto-Response-Suppress", "OOF, AutoReply");
        if (email.Unsubscribe is { } link)
        {
            yield return HeaderFields.Plain("List-Unsubscribe", $"<{link.AbsoluteUri}>");
            if (link.Scheme == Uri.UriSchemeHttps)
            {
                yield return HeaderFields.Plain("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
        }

        if (email.MayBeRepeat)
        {
            yield return HeaderFields.Plain("X-Possible-Repeat", "yes");
        }

        yield return HeaderFields.Plain("MIME-Version", "1.0");
    }

    /// <summary>Text and HTML, with the images of the HTML beside it; invitations as one more alternative; then files.</summary>
    private static MimeEntity Body(EmailMessage email)
    {
        EmailAttachment[] shown = [.. email.Attachments.Where(attachment => attachment.ContentId is not null && email.Html is not null)];
        EmailAttachment[] invitations = [.. email.Attachments.Except(shown).Where(AttachmentParts.IsInvitation)];
        EmailAttachment[] files = [.. email.Attachments.Except(shown).Except(invitations)];
        List<MimeEntity> alternatives = [TextOf("plain", email.Text)];
        if (email.Html is not null)
        {
            alternatives.Add(Several("related", email, [TextOf("html", email.Html), .. shown.Select(AttachmentParts.Inline)]));
        }

        // Readers take the last part that they understand.
        alternatives.AddRange(invitations.Select(AttachmentParts.Invitation));
        return Several("mixed", email, [Several("alternative", email, alternatives), .. files.Select(AttachmentParts.Beside)]);
    }

    private static MimeEntity Several(string subtype, EmailMessage email, List<MimeEntity> parts)
    {
        if (parts.Count == 1)
        {
            return parts[0];
        }

        // What stands between parts begins with =_, which neither quoted-printable nor base64 ever has, so no part can hold it.
        Multipart several = new(subtype) { Boundary = $"=_{subtype[0]}{MessageIdentifier.Token(email.MessageId)}" };
        foreach (MimeEntity part in parts)
        {
            several.Add(part);
        }

        return several;
    }

    private static TextPart TextOf(string subtype, string text)
    {
        // A text is whole lines: without the last line's end, the encoding would have to mark that there is none.
        string lines = text.ReplaceLineEndings("\r\n");
        byte[] bytes = Encoding.UTF8.GetBytes(lines.EndsWith("\r\n", StringComparison.Ordinal) ? lines : lines + "\r\n");
        QuotedPrintableEncoder encoder = new(EncoderLineLength);
        byte[] encoded = new byte[encoder.EstimateOutputLength(bytes.Length)];
        int length = encoder.Flush(bytes, 0, bytes.Length, encoded);
        TextPart part = new(subtype)
        {
            Content = new MimeContent(new MemoryStream(encoded, 0, length, writable: false), ContentEncoding.QuotedPrintable),
            ContentTransferEncoding = ContentEncoding.QuotedPrintable,
        };
        part.ContentType.Charset = "utf-8";
        return part;
    }
}
