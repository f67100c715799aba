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
            string boundary = Boundary(message);
            headers.Field("Content-Type", $"multipart/alternative;\r\n boundary=\"{boundary}\"");
            output.Append("\r\n");
            WriteAlternatives(output, message, boundary);
        }

        return Encoding.ASCII.GetBytes(output.ToString());
    }

    /// <summary>
    /// What stands between the parts of a message. It begins with <c>=_</c>, which quoted-printable never has, so no body can hold it.
    /// </summary>
    public static string Boundary(EmailMessage message) => $"=_{MessageIdentifier.Token(message.MessageId)}";

    /// <summary>The parts alone, for who writes the message's own headers: text, and HTML where there is some.</summary>
    public static byte[] WriteParts(EmailMessage message, string boundary)
    {
        StringBuilder output = new();
        WriteAlternatives(output, message, boundary);
        return Encoding.ASCII.GetBytes(output.ToString());
    }

    /// <summary>The headers that are ours alone: ids, what keeps auto-responders quiet, and whether it may be a repeat.</summary>
    public static IEnumerable<(string Name, string Value)> OwnHeaders(EmailMessage message)
    {
        yield return ("Message-ID", $"<{message.MessageId}>");
        yield return ("In-Reply-To", $"<{message.ThreadId}>");
        yield return ("References", $"<{message.ThreadId}>");
        yield return ("Auto-Submitted", "auto-generated");

        // Exchange's own word for the same. Delivery reports are left on: a bounce is news.
        yield return ("X-Auto-Response-Suppress", "OOF, AutoReply");
        if (message.Language is not null)
        {
            yield return ("Content-Language", message.Language);
        }

        if (message.MayBeRepeat)
        {
            yield return ("X-Possible-Repeat", "yes");
        }
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
        foreach ((string name, string value) in OwnHeaders(message))
        {
            headers.Field(name, value);
        }

        headers.Field("MIME-Version", "1.0");
    }

    /// <summary>The text part comes first: readers take the last part they understand.</summary>
    private static void WriteAlternatives(StringBuilder output, EmailMessage message, string boundary)
    {
        output.Append("--").Append(boundary).Append("\r\n");
        WritePart(output, "plain", message.Text);
        if (message.Html is not null)
        {
            output.Append("--").Append(boundary).Append("\r\n");
            WritePart(output, "html", message.Html);
        }

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
