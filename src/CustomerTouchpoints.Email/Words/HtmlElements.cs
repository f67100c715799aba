using System.Globalization;
using MimeKit.Text;

namespace CustomerTouchpoints.Email.Words;

/// <summary>The elements that are open while a mail is read, and the lines that its words make.</summary>
/// <remarks>For one text. Nesting beyond a bound is read as if it were flat.</remarks>
internal sealed class HtmlElements
{
    private const int Deepest = 500;

    private readonly HtmlLines lines = new();
    private readonly List<HtmlElement> open = [];
    private readonly Stack<int> items = [];
    private int dropped;

    public string Text() => lines.ToString();

    public void Add(string words)
    {
        if (dropped > 0)
        {
            return;
        }

        if (open.Count > 0 && open[^1] is { IsSentence: true } sentence && !string.IsNullOrWhiteSpace(words))
        {
            // What Gmail forwards begins with hyphens, and is no quote of what was said here.
            int quotes = words.AsSpan().TrimStart() is ['-', ..] ? 0 : 1;
            lines.Quotes += quotes;
            open[^1] = sentence with { IsSentence = false, Quotes = quotes };
        }

        lines.Add(words);
    }

    public void Start(HtmlTagToken tag)
    {
        string name = tag.Name.ToLowerInvariant();
        if (HtmlNames.EndedByItsLike.Contains(name) && open.Count > 0 && open[^1].Name == name)
        {
            Close();
        }

        bool isDropped = HtmlNames.Dropped.Contains(name) || HtmlMarks.IsHidden(tag);
        if (HtmlNames.Empty.Contains(name) || tag.IsEmptyElement)
        {
            StartEmpty(name, tag);
            return;
        }

        if (open.Count == Deepest)
        {
            return;
        }

        dropped += isDropped ? 1 : 0;
        HtmlMark mark = dropped > 0 ? HtmlMark.None : HtmlMarks.Of(name, tag);
        if (dropped == 0)
        {
            Begin(name, mark);
        }

        open.Add(new HtmlElement(name, isDropped, mark == HtmlMark.Quoted ? 1 : 0, mark == HtmlMark.Sentence));
    }

    public void End(string tagName)
    {
        string name = tagName.ToLowerInvariant();
        int place = open.FindLastIndex(element => element.Name == name);
        while (place >= 0 && open.Count > place)
        {
            Close();
        }
    }

    /// <summary>An element that has nothing within it.</summary>
    private void StartEmpty(string name, HtmlTagToken tag)
    {
        if (dropped > 0)
        {
            return;
        }

        if (name is "br")
        {
            lines.Break();
        }
        else if (name is "hr")
        {
            lines.EndLine();
        }

        if (HtmlMarks.Of(name, tag) == HtmlMark.QuotedFromHere)
        {
            lines.Quotes++;
        }
    }

    private void Begin(string name, HtmlMark mark)
    {
        if (HtmlNames.Blocks.Contains(name) || HtmlNames.Paragraphs.Contains(name) || mark != HtmlMark.None)
        {
            lines.EndLine();
        }

        // From such an element on all was written before: that quote ends with nothing.
        lines.Quotes += mark is HtmlMark.Quoted or HtmlMark.QuotedFromHere ? 1 : 0;
        switch (name)
        {
            case "ol":
                items.Push(0);
                break;
            case "ul":
                items.Push(-1);
                break;
            case "li":
                lines.Add(Bullet());
                break;
            case "td" or "th":
                lines.Add(" ");
                break;
            case "pre":
                lines.Verbatim++;
                break;
        }
    }

    private string Bullet()
    {
        if (!items.TryPop(out int count))
        {
            return "- ";
        }

        items.Push(count < 0 ? count : count + 1);
        return count < 0 ? "- " : string.Create(CultureInfo.InvariantCulture, $"{count + 1}. ");
    }

    private void Close()
    {
        HtmlElement element = open[^1];
        open.RemoveAt(open.Count - 1);
        if (element.IsDropped)
        {
            dropped--;
            return;
        }

        if (dropped > 0)
        {
            return;
        }

        if (HtmlNames.Paragraphs.Contains(element.Name))
        {
            lines.EndParagraph();
        }
        else if (HtmlNames.Blocks.Contains(element.Name) || element.Quotes > 0)
        {
            lines.EndLine();
        }

        lines.Quotes -= element.Quotes;
        lines.Verbatim -= element.Name == "pre" ? 1 : 0;
        if (element.Name is "ol" or "ul")
        {
            items.TryPop(out _);
        }
    }
}
