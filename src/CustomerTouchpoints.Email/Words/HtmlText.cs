using MimeKit.Text;

namespace CustomerTouchpoints.Email.Words;

/// <summary>
/// The words of an HTML mail as plain text. Scripts, styles, hidden text, frames and pictures are left out, and nothing is fetched. What
/// mail programs mark as quoted or as a signature gets <c>&gt;</c> before each line, as plain mail has it, so that it is cut off in one
/// place only.
/// </summary>
/// <remarks>
/// Pure; thread-safe. It reads tag after tag, and makes no tree: a tree of what strangers write can take any time to make. Its cost follows
/// from the length alone.
/// </remarks>
internal static class HtmlText
{
    /// <summary>How much of it is read, in characters.</summary>
    public const int MostCharacters = 500_000;

    public static string Of(string html)
    {
        string read = html.Length <= MostCharacters ? html : html[..MostCharacters];
        using StringReader reader = new(read);
        HtmlTokenizer tokens = new(reader) { IgnoreTruncatedTags = true };
        HtmlElements elements = new();
        while (tokens.ReadNextToken(out HtmlToken? token))
        {
            switch (token)
            {
                case HtmlTagToken { IsEndTag: true } end:
                    elements.End(end.Name);
                    break;
                case HtmlTagToken start:
                    elements.Start(start);
                    break;
                case HtmlScriptDataToken:
                    break;
                case HtmlDataToken words:
                    elements.Add(words.Data);
                    break;
            }
        }

        return elements.Text();
    }
}
