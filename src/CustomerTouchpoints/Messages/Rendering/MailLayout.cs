using System.Globalization;
using System.Net;
using System.Text;
using CustomerTouchpoints.Messages.Branding;

namespace CustomerTouchpoints.Messages.Rendering;

/// <summary>
/// The built-in HTML layout: one column of at most 600 pixels, tables and inline styles for old clients, a style sheet only for what may be
/// dropped (narrow screens, dark mode). Everything but the two Markdown parts is escaped here.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class MailLayout(Brand brand, MailStyle style)
{
    private const string PhoneStyle = "font-size:18px;font-weight:700;text-decoration:none;white-space:nowrap;";
    private const string Table = "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"";

    private static readonly string PreheaderFill = string.Concat(Enumerable.Repeat("&#847; ", 40));

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private readonly string sheet = MailSheet.Of(style);

    /// <summary>A headline that is no heading of the body; nothing for an empty one.</summary>
    /// <param name="words">Its words, or their mark.</param>
    public static string Headline(string words) => words.Length == 0 ? "" : $"<h1 style=\"{MailStyle.Headline}\">{Encode(words)}</h1>\n";

    public string Compose(string headlineHtml, string bodyHtml, string? extraHtml, MailParts parts)
    {
        var html = new StringBuilder(12 * 1024);
        Head(html, parts);
        Header(html);
        html.Append(
                Invariant,
                $"<tr><td class=\"pad ink\" style=\"padding:32px 40px 16px "
                    + $"40px;{MailStyle.Font}font-size:16px;line-height:1.6;color:#1c1e21;\">\n"
            )
            .Append(headlineHtml);
        if (parts.Progress is { } progress)
        {
            ProgressLayout.Write(html, progress, parts.Words, style);
        }

        html.Append(bodyHtml).Append("</td></tr>\n");
        Extra(html, extraHtml);
        Contacts(html, parts);
        html.Append("</table>\n");
        Footer(html, parts);
        html.Append("</td></tr></table>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private void Head(StringBuilder html, MailParts parts)
    {
        CultureInfo culture = parts.Words.Culture;
        string direction = culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";
        html.Append(
                Invariant,
                $"<!DOCTYPE html>\n<html lang=\"{Encode(culture.Name)}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n"
            )
            .Append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n")
            .Append("<meta name=\"x-apple-disable-message-reformatting\">\n")
            .Append("<meta name=\"format-detection\" content=\"telephone=no,date=no,address=no,email=no,url=no\">\n")
            .Append(Invariant, $"<title>{Encode(parts.Subject)}</title>\n")
            .Append(sheet)
            .Append("</head>\n")
            .Append("<body class=\"ground\" style=\"margin:0;padding:0;background-color:#f2f3f5;-webkit-text-size-adjust:100%;\">\n");
        if (parts.Preheader.Length > 0)
        {
            // Blanks keep mail clients from filling the preview up with the text that follows.
            html.Append(
                    "<div style=\"display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;"
                        + "font-size:1px;line-height:1px;mso-hide:all;\">"
                )
                .Append(Encode(parts.Preheader))
                .Append(PreheaderFill)
                .Append("</div>\n");
        }

        html.Append(
                Invariant,
                $"{Table} class=\"ground\" style=\"background-color:#f2f3f5;\"><tr><td class=\"edge\" align=\"center\" "
                    + $"style=\"padding:28px 12px;\">\n"
            )
            .Append(
                Invariant,
                $"{Table} class=\"card\" style=\"max-width:600px;background-color:#ffffff;border-radius:12px;overflow:hidden;\">\n"
            );
    }

    private void Header(StringBuilder html)
    {
        (string ground, string ink, string line) = brand.HasWhiteHeader
            ? ("#ffffff", style.LinkColor, $"border-bottom:3px solid {style.Color};")
            : (style.Color, style.OnColor, "");
        html.Append(Invariant, $"<tr><td class=\"pad-x\" style=\"background-color:{ground};{line}padding:20px 40px;{MailStyle.Font}\">");
        if (brand.Website is not null)
        {
            html.Append(Invariant, $"<a href=\"{Encode(brand.Website)}\" style=\"color:{ink};text-decoration:none;\">");
        }

        string look = $"font-size:20px;line-height:28px;font-weight:700;letter-spacing:.2px;color:{ink};";
        html.Append(
            brand.Logo is null
                ? $"<span style=\"{look}\">{Encode(brand.Name)}</span>"
                : $"<img src=\"{Encode(brand.Logo)}\" width=\"160\" alt=\"{Encode(brand.Name)}\" "
                    + $"style=\"display:block;border:0;max-width:160px;height:auto;{look}\">"
        );
        html.Append(brand.Website is null ? "" : "</a>").Append("</td></tr>\n");
    }

    private void Extra(StringBuilder html, string? extraHtml)
    {
        if (extraHtml is null)
        {
            return;
        }

        html.Append("<tr><td class=\"pad-x\" style=\"padding:4px 40px 20px 40px;\">")
            .Append(
                Invariant,
                $"{Table} class=\"tint\" style=\"background-color:{style.Tint};border-radius:10px;\"><tr><td class=\"ink\" "
                    + $"style=\"padding:20px 24px 6px 24px;"
            )
            .Append(Invariant, $"{MailStyle.Font}font-size:15px;line-height:1.55;color:#1c1e21;\">\n")
            .Append(extraHtml)
            .Append("</td></tr></table></td></tr>\n");
    }

    private void Contacts(StringBuilder html, MailParts parts)
    {
        Contact contact = parts.Contact;
        if (contact.IsEmpty && !parts.CanReply)
        {
            return;
        }

        html.Append("<tr><td class=\"pad-x\" style=\"padding:8px 40px 32px 40px;\">")
            .Append(
                Invariant,
                $"{Table}><tr><td class=\"line ink\" style=\"border-top:1px solid "
                    + $"#e3e6ea;padding-top:22px;{MailStyle.Font}font-size:15px;line-height:1.6;color:#1c1e21;\">\n"
            )
            .Append(Invariant, $"<div style=\"font-weight:700;padding-bottom:4px;\">{Encode(parts.Words.Say("contact.title"))}</div>\n");
        if (contact.Phone is not null)
        {
            string label = Encode(parts.Words.Say("contact.phone"));
            string hours = contact.HoursIn(parts.Words.Culture) is { } open
                ? $" <span class=\"quiet\" style=\"color:#5c626b;\">&nbsp;{Encode(open)}</span>"
                : "";
            html.Append(
                Invariant,
                $"<div style=\"padding-bottom:2px;\">{label} {Link("tel:" + contact.PhoneDigits, contact.Phone, PhoneStyle)}{hours}</div>\n"
            );
        }

        if (contact.Email is not null)
        {
            html.Append(
                Invariant,
                $"<div>{Encode(parts.Words.Say("contact.email"))} "
                    + $"{Link("mailto:" + contact.Email, contact.Email, "text-decoration:underline;")}</div>\n"
            );
        }

        if (contact.Website is not null)
        {
            string shown = new Uri(contact.Website) is var url && url.PathAndQuery == "/" ? url.Host : url.Host + url.AbsolutePath;
            html.Append(
                Invariant,
                $"<div>{Encode(parts.Words.Say("contact.website"))} {Link(contact.Website, shown, "text-decoration:underline;")}</div>\n"
            );
        }

        if (parts.CanReply)
        {
            html.Append(
                Invariant,
                $"<div class=\"quiet\" "
                    + $"style=\"color:#5c626b;padding-top:6px;font-size:14px;\">{Encode(parts.Words.Say("contact.reply"))}</div>\n"
            );
        }

        html.Append("</td></tr></table></td></tr>\n");
    }

    private void Footer(StringBuilder html, MailParts parts)
    {
        html.Append(
                Invariant,
                $"{Table} style=\"max-width:600px;\"><tr><td class=\"pad-x quiet\" style=\"padding:20px 40px 8px "
                    + $"40px;{MailStyle.Font}font-size:12px;line-height:1.6;color:#5c626b;\">"
            )
            .Append(Encode(parts.Reason));
        if (brand.LegalLine?.In(parts.Words.Culture) is { Length: > 0 } legal)
        {
            html.Append("<br>").Append(Encode(legal));
        }

        html.Append("</td></tr></table>\n");
    }

    private string Link(string url, string label, string look) =>
        $"<a class=\"link\" href=\"{Encode(url)}\" style=\"color:{style.LinkColor};{look}\">{Encode(label)}</a>";
}
