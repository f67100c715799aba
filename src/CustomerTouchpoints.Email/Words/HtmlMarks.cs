using AngleSharp.Dom;

namespace CustomerTouchpoints.Email.Words;

/// <summary>How mail programs mark what is quoted and what is a signature: Gmail, Outlook, Apple Mail, Thunderbird, K-9, Yahoo and others.</summary>
/// <remarks>Pure.</remarks>
internal static class HtmlMarks
{
    /// <summary>Classes of quotes and of signatures, as the beginning of a class.</summary>
    private static readonly string[] Classes =
    [
        "gmail_signature",
        "moz-cite-prefix",
        "moz-signature",
        "moz-forward-container",
        "yahoo_quoted",
        "ydpsignature",
        "yahoo-signature",
        "protonmail_quote",
        "protonmail_signature_block",
        "tutanota_quote",
        "k9mail-signature",
        "bloop_sign",
        "bloop_original_html",
        "zmail_extra",
        "front-blockquote",
    ];

    /// <summary>Ids and names of the same, as their beginning.</summary>
    private static readonly string[] Names =
    [
        "yahoo_quoted",
        "Signature",
        "AppleMailSignature",
        "ms-outlook-mobile-signature",
        "ms-outlook-mobile-body-separator",
        "messageSignatureSection",
        "messageReplySection",
        "quote",
        "zmail_extra",
        "isReplyContent",
    ];

    /// <summary>Ids below which, to the end, is the mail that is answered.</summary>
    private static readonly string[] Ends = ["divRplyFwdMsg", "appendonsend", "zwchr", "stopSpelling", "mail-editor-reference-message-container"];

    public static HtmlMark Of(IElement element)
    {
        string id = Own(element.Id);
        if (Begins(Ends, id) || Begins(Ends, Own(element.GetAttribute("data-marker"))) || IsHeadOfOutlook(element))
        {
            return HtmlMark.QuotedFromHere;
        }

        return IsQuote(element) || Begins(Names, id) || Begins(Names, element.GetAttribute("name")) || element.ClassList.Any(IsMark) || IsGmailsSentence(element)
            ? HtmlMark.Quoted
            : HtmlMark.None;
    }

    /// <summary>Whether a style hides what it is on.</summary>
    public static bool IsHidden(string? style)
    {
        string bare = Bare(style);
        return bare.Contains("display:none", StringComparison.Ordinal)
            || bare.Contains("visibility:hidden", StringComparison.Ordinal)
            || bare.Contains("mso-hide:all", StringComparison.Ordinal)
            || bare.Split(';').Any(rule => rule is "font-size:0" or "font-size:0px" or "font-size:0pt" or "opacity:0");
    }

    /// <summary>A quote; but some programs indent with the same element, and take its mark away.</summary>
    private static bool IsQuote(IElement element) =>
        element.LocalName == "blockquote"
        && (
            element.GetAttribute("type") == "cite"
            || element.HasAttribute("cite")
            || element.ClassList.Any(name => Own(name) == "gmail_quote")
            || !Bare(element.GetAttribute("style")).Contains("border:none", StringComparison.Ordinal)
        );

    /// <summary>The line that Outlook draws above the head of the mail that is answered.</summary>
    private static bool IsHeadOfOutlook(IElement element) =>
        element.LocalName == "div"
        && Bare(element.GetAttribute("style")) is { Length: > 0 } style
        && style.Contains("border:none", StringComparison.Ordinal)
        && (
            style.Contains("border-top:solid#e1e1e1", StringComparison.Ordinal)
            || style.Contains("border-top:solid#b5c4df", StringComparison.Ordinal)
        );

    /// <summary>"On … wrote:" in any language. What it forwards begins with hyphens, and has no other mark.</summary>
    private static bool IsGmailsSentence(IElement element) =>
        element.ClassList.Any(name => Own(name) == "gmail_attr") && element.TextContent.AsSpan().TrimStart() is not ['-', ..];

    private static bool IsMark(string name) => Begins(Classes, Own(name));

    /// <summary>Without what Outlook puts before the names of others that it passes on.</summary>
    private static string Own(string? name)
    {
        string own = name ?? "";
        while (own.StartsWith("x_", StringComparison.Ordinal))
        {
            own = own[2..];
        }

        return own;
    }

    private static bool Begins(string[] beginnings, string? name) =>
        name is { Length: > 0 } && beginnings.Any(beginning => name.StartsWith(beginning, StringComparison.Ordinal));

    private static string Bare(string? style) =>
        style is null or { Length: > 2000 } ? "" : style.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
}
