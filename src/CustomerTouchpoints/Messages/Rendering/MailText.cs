using System.Text;
using CustomerTouchpoints.Messages.Branding;
using CustomerTouchpoints.Messages.Words;

namespace CustomerTouchpoints.Messages.Rendering;

/// <summary>Puts the text part of a mail together: message, added value, then contacts and the reason below a signature line.</summary>
internal static class MailText
{
    /// <summary>The line that mail clients take for the beginning of a signature.</summary>
    private const string SignatureLine = "-- ";

    public static string Compose(string body, string? extra, MailParts parts, Brand brand)
    {
        var text = new StringBuilder(parts.Headline);
        text.Append(parts.Headline.Length > 0 ? "\n\n" : "").Append(body);
        if (parts.Progress is { IsNamed: true } progress)
        {
            text.Append("\n\n").Append(ProgressLayout.Text(progress));
        }

        if (extra is not null)
        {
            text.Append("\n\n").Append(extra);
        }

        var signature = new StringBuilder();
        Line(signature, brand.Name);
        Contacts(signature, parts.Contact, parts.CanReply, parts.Words);
        signature.Append('\n');
        Line(signature, parts.Reason);
        Line(signature, brand.LegalLine?.In(parts.Words.Culture));
        string signed = signature.ToString().Trim('\n');
        if (signed.Length > 0)
        {
            text.Append("\n\n").Append(SignatureLine).Append('\n').Append(signed);
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Contacts(StringBuilder text, Contact contact, bool canReply, WordBook words)
    {
        if (contact.Phone is not null)
        {
            string hours = contact.HoursIn(words.Culture) is { } open ? $" ({open})" : "";
            Line(text, $"{words.Say("contact.phone")} {contact.Phone}{hours}");
        }

        Line(text, contact.Email is null ? null : $"{words.Say("contact.email")} {contact.Email}");
        Line(text, contact.Website is null ? null : $"{words.Say("contact.website")} {contact.Website}");
        Line(text, canReply ? words.Say("contact.reply") : null);
    }

    private static void Line(StringBuilder text, string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            text.Append(line).Append('\n');
        }
    }
}
