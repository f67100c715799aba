using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace CustomerTouchpoints.Email.Words;

/// <summary>
/// The words of an HTML mail as plain text. Scripts, styles, hidden text, frames and pictures are left out, and nothing is fetched. What
/// mail programs mark as quoted or as a signature gets <c>&gt;</c> before each line, as plain mail has it, so that it is cut off in one
/// place only.
/// </summary>
/// <remarks>Pure; thread-safe. Nesting beyond a bound is read as if it were flat.</remarks>
internal static class HtmlText
{
    /// <summary>How much of it is read, in characters.</summary>
    public const int MostCharacters = 500_000;

    private static readonly HtmlParserOptions Options = new() { IsScripting = false, IsAcceptingCustomElementsEverywhere = false };

    public static string Of(string html)
    {
        string read = html.Length <= MostCharacters ? html : html[..MostCharacters];
        using IDocument document = new HtmlParser(Options).ParseDocument(read);
        HtmlLines lines = new();
        if (document.Body is { } body)
        {
            HtmlWalk.Walk(body, lines);
        }

        return lines.ToString();
    }
}
