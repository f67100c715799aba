using MimeKit.Text;

namespace CustomerTouchpoints.Email.Words;

/// <summary>
/// How mail programs mark what is quoted and what is a signature: Gmail, Outlook, Apple Mail, Thunderbird, K-9, Yahoo and others.
/// </summary>
/// <remarks>Pure.</remarks>
internal static class HtmlMarks
{
    private const int MostAttributes = 50;
    private const int MostClasses = 50;

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
    private static readonly string[] Ends =
    [
        "divRplyFwdMsg",
        "appendonsend",
        "zwchr",
        "stopSpelling",
        "mail-editor-reference-message-container",
    ];

    /// <summary>What the program that wrote a tag says of its element.</summary>
    public static HtmlMark Of(string name, HtmlTagToken tag)
    {
        string id = Own(Value(tag, "id"));
        string[] classes = (Value(tag, "class") ?? "").Split(' ', MostClasses, StringSplitOptions.RemoveEmptyEntries);
        if (Begins(Ends, id) || Begins(Ends, Value(tag, "data-marker")) || IsHeadOfOutlook(name, tag))
        {
            return HtmlMark.QuotedFromHere;
        }

        return IsQuote(name, tag, classes) || Begins(Names, id) || Begins(Names, Value(tag, "name")) || classes.Any(IsMark)
                ? HtmlMark.Quoted
            : classes.Any(own => Own(own) == "gmail_attr") ? HtmlMark.Sentence
            : HtmlMark.None;
    }

    /// <summary>Whether an element does not show.</summary>
    public static bool IsHidden(HtmlTagToken tag) => Value(tag, "hidden") is not null || IsHidden(Value(tag, "style"));

    /// <summary>Whether a style hides what it is on.</summary>
    private static bool IsHidden(string? style)
    {
        string bare = Bare(style);
        return bare.Contains("display:none", StringComparison.Ordinal)
            || bare.Contains("visibility:hidden", StringComparison.Ordinal)
            || bare.Contains("mso-hide:all", StringComparison.Ordinal)
            || bare.Split(';').Any(rule => rule is "font-size:0" or "font-size:0px" or "font-size:0pt" or "opacity:0");
    }

    /// <summary>A quote; but some programs indent with the same element, and take its mark away.</summary>
    private static bool IsQuote(string name, HtmlTagToken tag, string[] classes) =>
        name == "blockquote"
        && (
            Value(tag, "type") == "cite"
            || Value(tag, "cite") is not null
            || classes.Any(own => Own(own) == "gmail_quote")
            || !Bare(Value(tag, "style")).Contains("border:none", StringComparison.Ordinal)
        );

    /// <summary>The line that Outlook draws above the head of the mail that is answered.</summary>
    private static bool IsHeadOfOutlook(string name, HtmlTagToken tag) =>
        name == "div"
        && Bare(Value(tag, "style")) is { Length: > 0 } style
        && style.Contains("border:none", StringComparison.Ordinal)
        && (
            style.Contains("border-top:solid#e1e1e1", StringComparison.Ordinal)
            || style.Contains("border-top:solid#b5c4df", StringComparison.Ordinal)
        );

    private static string? Value(HtmlTagToken tag, string name)
    {
        for (int i = 0; i < Math.Min(tag.Attributes.Count, MostAttributes); i++)
        {
            if (tag.Attributes[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return tag.Attributes[i].Value ?? "";
            }
        }

        return null;
    }

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
