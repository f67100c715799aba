using System.Text.RegularExpressions;
using CustomerTouchpoints.Email.Words;
using MimeKit;

namespace CustomerTouchpoints.Email.Bounces;

/// <summary>
/// Bounces that are told to people only: qmail's (QSBMF), Exim's, and those of older servers. A mail passes for one when it comes from
/// nobody or from a mail system, and says so in words that they use; a person who forwards a bounce is a person.
/// </summary>
/// <remarks>Pure.</remarks>
internal static partial class PlainBounceShape
{
    private const int MostText = 16 * 1024;

    public static Finding? Read(MimeMessage message)
    {
        string text = Text(message);
        string subject = message.Headers[HeaderId.Subject] ?? "";
        string? failed = message.Headers["X-Failed-Recipients"];
        bool isQmail = Qmail().IsMatch(text);
        if (!isQmail && failed is null && !(IsOfMailSystem(message) && (Subject().IsMatch(subject) || Opening().IsMatch(text))))
        {
            return null;
        }

        bool isLate = Late().IsMatch(subject) || (!isQmail && Late().IsMatch(text));
        string told = Above(text);
        string reason = isQmail ? Reason(told) : told;
        string? status = StatusCode.In(reason);
        return new Finding(
            MailKind.Bounce,
            BounceStrength.Of(status, reason, isFinal: !isLate),
            failed?.Split(',')[0].Trim() ?? (Recipient().Match(told) is { Success: true } match ? match.Groups["address"].Value : null),
            status,
            Saying(reason)
        );
    }

    private static string Text(MimeMessage message) =>
        MailParts.Of(message).OfType<TextPart>().FirstOrDefault(part => part.IsPlain) is { } plain ? PartText.Of(plain, MostText)
        : MailParts.Of(message).OfType<TextPart>().FirstOrDefault(part => part.IsHtml) is { } html
            ? HtmlText.Of(PartText.Of(html, MostText * 4))
        : "";

    /// <summary>Nobody's mail, or a mail system's.</summary>
    private static bool IsOfMailSystem(MimeMessage message) =>
        message.Headers[HeaderId.ReturnPath]?.Trim() is "<>"
        || MailSystem().IsMatch(message.Headers[HeaderId.From] ?? "")
        || string.IsNullOrWhiteSpace(message.Headers[HeaderId.From]);

    /// <summary>What stands above the mail that comes back.</summary>
    private static string Above(string text) => CopyBelow().Match(text) is { Success: true } copy ? text[..copy.Index] : text;

    /// <summary>In qmail's shape: the paragraph that begins with the recipient.</summary>
    private static string Reason(string told) => Recipient().Match(told) is { Success: true } match ? told[match.Index..] : told;

    /// <summary>The line that has a server's reply in it, or the first line that says that there is no such address.</summary>
    private static string? Saying(string reason) =>
        reason.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0 && StatusCode.In(line) is not null)
        ?? reason.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0 && !line.EndsWith(':'));

    [GeneratedRegex(@"\AHi\. This is the .{1,80}\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Qmail();

    [GeneratedRegex(
        @"\b(mailer-?daemon|mail-?daemon|postmaster|mail ?delivery (sub)?system|bounces?)\b|<>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MailSystem();

    [GeneratedRegex(
        @"undeliver(able|ed)|delivery (status|failure|failed|notification|report|has failed)|returned (mail|to sender)"
            + @"|failure notice|mail delivery (failed|failure|system)"
            + @"|non-?delivery|could not be delivered|unzustellbar|nicht zustellbar|unzustellbarkeit|mail not delivered|undelivered mail"
            + @"|message (has been )?delayed|delivery delayed|warning: message|non remis|échec de la (remise|distribution)"
            + @"|mancato recapito|no se puede entregar",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Subject();

    [GeneratedRegex(
        @"could not be delivered|couldn'?t be delivered|delivery to the following recipients? (has been )?(failed|delayed)"
            + @"|did not reach|unable to deliver"
            + @"|was not delivered|undeliverable|permanent (fatal )?errors?|delivery failed|returned to sender|this is the mail system",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"^\s*(\*\*\s*)?(warning: message .{1,80} delayed|delivery delayed|delayed mail)|\b(will (continue to"
            + @"|keep) (be )?(try|retry|tried|retried)"
            + @"|delivery attempts will continue|no action is required on your part|you do not need to resend"
            + @"|has not (yet )?been (collected|delivered) yet|has been delayed)",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Late();

    [GeneratedRegex(@"^[ \t]*<?(?<address>[^\s<>@:]{1,64}@[^\s<>@:]{1,255})>?:?", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Recipient();

    [GeneratedRegex(
        @"^[-=\s]{0,8}(---? ?(Below this line is a copy|Undelivered message follows|Original message|This is a copy of|The body of)"
            + @"|------ This is a copy of|Original message headers|Message header follows|Received:|Return-path:)",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex CopyBelow();
}
