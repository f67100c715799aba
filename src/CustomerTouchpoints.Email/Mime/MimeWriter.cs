using System.Text;
using CustomerTouchpoints.Email.Headers;

namespace CustomerTouchpoints.Email.Mime;

/// <summary>Writes a whole message by RFC 5322. Deterministic: no clock, no randomness, no machine name. See docs/decisions/0003.</summary>
internal static class MimeWriter
{
    public static byte[] Write(EmailMessage message)
    {
        StringBuilder output = new(1024 + (2 * message.Text.Length) + (2 * (message.Html?.Length ?? 0)));
        HeaderWriter headers = new(output);
        WriteEnvelope(headers, message);
        if (message.Html is null)
        {
            WritePart(output, "plain", message.Text);
        }
        else
        {
            WriteAlternatives(output, message.Text, message.Html, $"=_{MessageIdentifier.Token(message.MessageId)}");
        }

        return Encoding.ASCII.GetBytes(output.ToString());
    }

    private static void WriteEnvelope(HeaderWriter headers, EmailMessage message)
    {
        headers.Date("Date", message.Date);
        headers.Mailbox("From", message.From);
        headers.Mailbox("To", message.To);
        if (message.ReplyTo is not null)
        {
            headers.Mailbox("Reply-To", message.ReplyTo);
        }

        headers.Text("Subject", message.Subject);
        headers.Field("Message-ID", $"<{message.MessageId}>");
        headers.Field("In-Reply-To", $"<{message.ThreadId}>");
        headers.Field("References", $"<{message.ThreadId}>");
        headers.Field("Auto-Submitted", "auto-generated");

        // Exchange's own word for the same. Delivery reports are left on: a bounce is news.
        headers.Field("X-Auto-Response-Suppress", "OOF, AutoReply");
        if (message.Language is not null)
        {
            headers.Field("Content-Language", message.Language);
        }

        headers.Field("MIME-Version", "1.0");
    }

    /// <param name="output">Where to write.</param>
    /// <param name="text">The text part, which comes first: readers take the last part they understand.</param>
    /// <param name="html">The HTML part.</param>
    /// <param name="boundary">Begins with <c>=_</c>, which quoted-printable never has, so no body can hold it.</param>
    private static void WriteAlternatives(StringBuilder output, string text, string html, string boundary)
    {
        new HeaderWriter(output).Field("Content-Type", $"multipart/alternative;\r\n boundary=\"{boundary}\"");
        output.Append("\r\n--").Append(boundary).Append("\r\n");
        WritePart(output, "plain", text);
        output.Append("--").Append(boundary).Append("\r\n");
        WritePart(output, "html", html);
        output.Append("--").Append(boundary).Append("--\r\n");
    }

    private static void WritePart(StringBuilder output, string kind, string body)
    {
        HeaderWriter headers = new(output);
        headers.Field("Content-Type", $"text/{kind}; charset=utf-8");
        headers.Field("Content-Transfer-Encoding", "quoted-printable");
        output.Append("\r\n");
        QuotedPrintable.Write(output, body);
        output.Append("\r\n");
    }
}
