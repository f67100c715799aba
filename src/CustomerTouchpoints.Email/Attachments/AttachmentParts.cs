using System.Runtime.InteropServices;
using MimeKit;

namespace CustomerTouchpoints.Email.Attachments;

/// <summary>Attachments as parts of a message, in base64.</summary>
internal static class AttachmentParts
{
    /// <summary>Whether mail programs take it for an invitation: a calendar that says what is to be done with it (RFC 6047).</summary>
    public static bool IsInvitation(EmailAttachment attachment) =>
        attachment.Type.StartsWith("text/calendar", StringComparison.OrdinalIgnoreCase)
        && ContentType.Parse(attachment.Type).Parameters.Contains("method");

    /// <summary>An image that the HTML shows.</summary>
    public static MimePart Inline(EmailAttachment attachment)
    {
        MimePart part = Part(attachment, ContentDisposition.Inline);
        part.ContentId = attachment.ContentId;
        return part;
    }

    /// <summary>An invitation, beside text and HTML.</summary>
    public static MimePart Invitation(EmailAttachment attachment)
    {
        MimePart part = Part(attachment, ContentDisposition.Inline);
        part.ContentType.Charset ??= "utf-8";
        return part;
    }

    /// <summary>A file beside the message.</summary>
    public static MimePart Beside(EmailAttachment attachment) => Part(attachment, ContentDisposition.Attachment);

    private static MimePart Part(EmailAttachment attachment, string disposition)
    {
        ArraySegment<byte> bytes = MemoryMarshal.TryGetArray(attachment.Content, out ArraySegment<byte> own)
            ? own
            : attachment.Content.ToArray();
        return new MimePart(ContentType.Parse(attachment.Type))
        {
            Content = new MimeContent(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)),
            ContentDisposition = new ContentDisposition(disposition),
            ContentTransferEncoding = ContentEncoding.Base64,
            FileName = attachment.Name,
        };
    }
}
