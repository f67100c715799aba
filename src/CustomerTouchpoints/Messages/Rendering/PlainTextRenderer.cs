using System.Globalization;
using System.Text;
using CustomerTouchpoints.Messages.Text;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CustomerTouchpoints.Messages.Rendering;

/// <summary>Writes a Markdown document as people write plain text: paragraphs, hyphens for lists, links as "label: https://…".</summary>
/// <param name="compact">Whether blocks follow each other without an empty line, as in an SMS.</param>
internal sealed class PlainTextRenderer(bool compact)
{
    private readonly StringBuilder text = new(512);

    public string Render(MarkdownDocument document)
    {
        Blocks(document, "", tight: false);
        return text.ToString();
    }

    private void Blocks(ContainerBlock container, string indent, bool tight)
    {
        bool first = true;
        foreach (Block block in container)
        {
            if (block is LinkReferenceDefinitionGroup)
            {
                continue;
            }

            if (!first)
            {
                text.Append(tight || compact ? "\n" : "\n\n").Append(indent);
            }

            first = false;
            Write(block, indent);
        }
    }

    private void Write(Block block, string indent)
    {
        switch (block)
        {
            case ListBlock list:
                Items(list, indent);
                break;
            case QuoteBlock quote:
                text.Append("> ");
                Blocks(quote, indent + "> ", tight: false);
                break;
            case Table table:
                Rows(table, indent);
                break;
            case ThematicBreakBlock:
                text.Append("----");
                break;
            case CodeBlock code:
                text.Append(code.Lines.ToString().Trim('\n').Replace("\n", "\n" + indent, StringComparison.Ordinal));
                break;
            case LeafBlock { Inline: { } inline }:
                Inlines(inline, indent);
                break;
            case CustomContainer { Info: MailComponent.Items } items:
                ItemRows(items, indent);
                break;
            case ContainerBlock container:
                Blocks(container, indent, tight: MailComponent.KeepsLines(container));
                break;
        }
    }

    /// <summary>Items as people write them: "- Lumen M2: €1,199.00". Pictures are for the eye.</summary>
    private void ItemRows(CustomContainer items, string indent)
    {
        bool first = true;
        foreach (ItemRow row in ItemRow.In(items))
        {
            text.Append(first ? "- " : $"\n{indent}- ");
            first = false;
            for (int line = 0; line < row.Lines.Count; line++)
            {
                text.Append(line == 0 ? "" : $"\n{indent}  ");
                Each(row.Lines[line], indent);
                if (line == 0 && row.Amount is { Count: > 0 } amount)
                {
                    text.Append(": ");
                    Each(amount, indent);
                }
            }
        }
    }

    private void Items(ListBlock list, string indent)
    {
        int number = int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out int start) ? start : 1;
        bool first = true;
        foreach (ListItemBlock item in list.OfType<ListItemBlock>())
        {
            if (!first)
            {
                text.Append('\n').Append(indent);
            }

            first = false;
            string mark = list.IsOrdered ? $"{number++}. " : "- ";
            text.Append(mark);
            Blocks(item, indent + new string(' ', mark.Length), tight: true);
        }
    }

    private void Rows(Table table, string indent)
    {
        bool firstRow = true;
        foreach (TableRow row in table.OfType<TableRow>())
        {
            if (!firstRow)
            {
                text.Append('\n').Append(indent);
            }

            firstRow = false;
            bool firstCell = true;
            foreach (TableCell cell in row.OfType<TableCell>())
            {
                text.Append(firstCell ? "" : " | ");
                firstCell = false;
                Blocks(cell, indent, tight: true);
            }
        }
    }

    private void Inlines(ContainerInline container, string indent) => Each(container, indent);

    private void Each(IEnumerable<Inline> inlines, string indent)
    {
        foreach (Inline inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case LineBreakInline { IsHard: true }:
                    text.Append('\n').Append(indent);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case AutolinkInline auto:
                    text.Append(auto.Url);
                    break;
                case LinkInline { IsImage: false } link:
                    Link(link, indent);
                    break;
                case ContainerInline inner:
                    Inlines(inner, indent);
                    break;
            }
        }
    }

    /// <summary>A label that already is the address is not repeated.</summary>
    private void Link(LinkInline link, string indent)
    {
        int start = text.Length;
        Inlines(link, indent);
        string label = text.ToString(start, text.Length - start);
        string url = link.Url ?? "";
        if (!(SlotMark.IsLink(url) ? SlotMark.IsSaidLink(url) : LinkLabel.Says(label, url)))
        {
            text.Append(
                    label.Length == 0 ? ""
                    : label.EndsWith(':') ? " "
                    : ": "
                )
                .Append(url);
        }
    }
}
