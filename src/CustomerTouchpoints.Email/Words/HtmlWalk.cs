using AngleSharp.Dom;

namespace CustomerTouchpoints.Email.Words;

/// <summary>Walks the elements of a mail in their order, without recursion: they may lie a million deep.</summary>
internal static class HtmlWalk
{
    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script",
        "style",
        "head",
        "title",
        "meta",
        "link",
        "template",
        "noscript",
        "noframes",
        "iframe",
        "frame",
        "frameset",
        "object",
        "embed",
        "applet",
        "audio",
        "video",
        "canvas",
        "svg",
        "math",
        "map",
        "input",
        "select",
        "button",
        "textarea",
        "img",
        "picture",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "div",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "address",
        "table",
        "tr",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "form",
        "fieldset",
        "center",
        "figure",
        "hr",
        "blockquote",
        "pre",
    };

    private static readonly HashSet<string> Paragraphs = new(StringComparer.OrdinalIgnoreCase) { "p", "h1", "h2", "h3", "h4", "h5", "h6" };

    public static void Walk(IElement body, HtmlLines lines)
    {
        INode node = body;
        while (true)
        {
            if (Enter(node, lines) && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node != body && node.NextSibling is null)
            {
                Leave(node, lines);
                node = node.Parent!;
            }

            Leave(node, lines);
            if (node == body)
            {
                return;
            }

            node = node.NextSibling!;
        }
    }

    /// <summary>Takes a node in; returns whether what is within it counts.</summary>
    private static bool Enter(INode node, HtmlLines lines)
    {
        if (node is IText words)
        {
            lines.Add(words.Data);
            return false;
        }

        if (node is not IElement element || IsDropped(element))
        {
            return false;
        }

        string name = element.LocalName;
        if (name is "br")
        {
            lines.Break();
            return false;
        }

        if (Blocks.Contains(name) || Paragraphs.Contains(name))
        {
            lines.EndLine();
        }

        switch (HtmlMarks.Of(element))
        {
            case HtmlMark.Quoted:
                lines.EndLine();
                lines.Quotes++;
                break;
            case HtmlMark.QuotedFromHere:
                // Never left again: all that follows was there before.
                lines.EndLine();
                lines.Quotes += 2;
                break;
        }

        if (name is "li")
        {
            lines.Add(Bullet(element));
        }
        else if (name is "td" or "th")
        {
            lines.Add(" ");
        }
        else if (name is "pre")
        {
            lines.Verbatim++;
        }

        return true;
    }

    private static void Leave(INode node, HtmlLines lines)
    {
        if (node is not IElement element || IsDropped(element))
        {
            return;
        }

        string name = element.LocalName;
        if (name is "pre")
        {
            lines.Verbatim--;
        }

        if (Paragraphs.Contains(name))
        {
            lines.EndParagraph();
        }
        else if (Blocks.Contains(name))
        {
            lines.EndLine();
        }

        switch (HtmlMarks.Of(element))
        {
            case HtmlMark.Quoted:
                lines.EndLine();
                lines.Quotes--;
                break;
            case HtmlMark.QuotedFromHere:
                lines.EndLine();
                lines.Quotes--;
                break;
        }
    }

    private static string Bullet(IElement item) =>
        item.ParentElement is { LocalName: "ol" } list
            ? $"{list.Children.TakeWhile(other => other != item).Count(other => other.LocalName == "li") + 1}. "
            : "- ";

    private static bool IsDropped(IElement element) =>
        Dropped.Contains(element.LocalName) || element.HasAttribute("hidden") || HtmlMarks.IsHidden(element.GetAttribute("style"));
}
