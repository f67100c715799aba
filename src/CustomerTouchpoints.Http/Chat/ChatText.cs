using System.Globalization;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CustomerTouchpoints.Http.Chat;

/// <summary>
/// Reads a message's Markdown as paragraphs of plain runs, from which each service's payload is made. Values are escaped in the Markdown,
/// so that none becomes a run of its own. Pure.
/// </summary>
internal static class ChatText
{
    private static readonly MarkdownPipeline Pipeline = NewPipeline();

    public static IReadOnlyList<ChatBlock> Read(string markdown)
    {
        var blocks = new List<ChatBlock>();
        Add(Markdown.Parse(markdown, Pipeline), ChatBlockKind.Paragraph, 0, null, blocks);
        return blocks;
    }

    /// <summary>A text without markup, as one paragraph each.</summary>
    public static IReadOnlyList<ChatBlock> Plain(string text) =>
        [
            .. text.ReplaceLineEndings("\n")
                .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(paragraph => new ChatBlock(ChatBlockKind.Paragraph, [new ChatRun(paragraph)])),
        ];

    private static MarkdownPipeline NewPipeline()
    {
        MarkdownPipelineBuilder builder = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseCjkFriendlyEmphasis();
        builder.BlockParsers.Insert(0, new CustomContainerParser());
        return builder.Build();
    }

    private static void Add(Block block, ChatBlockKind kind, int indent, string? mark, List<ChatBlock> blocks)
    {
        switch (block)
        {
            case LinkReferenceDefinitionGroup or ThematicBreakBlock:
                break;
            case CodeBlock code:
                blocks.Add(new ChatBlock(ChatBlockKind.Code, [new ChatRun(code.Lines.ToString().Trim('\n'))], indent, mark));
                break;
            case HeadingBlock heading:
                blocks.Add(new ChatBlock(ChatBlockKind.Heading, Runs(heading.Inline), indent, mark));
                break;
            case LeafBlock { Inline: { } inline }:
                blocks.Add(new ChatBlock(kind, Runs(inline, keepsLines: block.Parent is CustomContainer), indent, mark));
                break;
            case ListBlock list:
                AddItems(list, kind, mark is null ? indent : indent + 1, blocks);
                break;
            case Table table:
                AddRows(table, kind, indent, blocks);
                break;
            case ContainerBlock container:
                AddAll(container, container is QuoteBlock ? ChatBlockKind.Quote : kind, indent, mark, blocks);
                break;
        }
    }

    private static void AddAll(ContainerBlock container, ChatBlockKind kind, int indent, string? mark, List<ChatBlock> blocks)
    {
        foreach (Block block in container)
        {
            Add(block, kind, indent, mark, blocks);
            mark = mark is null or "" ? mark : "";
        }
    }

    private static void AddItems(ListBlock list, ChatBlockKind kind, int indent, List<ChatBlock> blocks)
    {
        int number = int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out int start) ? start : 1;
        foreach (ListItemBlock item in list.OfType<ListItemBlock>())
        {
            AddAll(item, kind, indent, list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}.") : "•", blocks);
        }
    }

    private static void AddRows(Table table, ChatBlockKind kind, int indent, List<ChatBlock> blocks)
    {
        foreach (TableRow row in table.OfType<TableRow>())
        {
            var runs = new List<ChatRun>();
            var look = new ChatRun("", IsBold: row.IsHeader);
            foreach (LeafBlock cell in row.Descendants<LeafBlock>())
            {
                Say(runs.Count > 0 ? " | " : "", look, runs);
                Add(cell.Inline, look, keepsLines: false, runs);
            }

            blocks.Add(new ChatBlock(kind, runs, indent));
        }
    }

    private static List<ChatRun> Runs(ContainerInline? inlines, bool keepsLines = false)
    {
        var runs = new List<ChatRun>();
        Add(inlines, new ChatRun(""), keepsLines, runs);
        return runs;
    }

    private static void Add(ContainerInline? inlines, ChatRun look, bool keepsLines, List<ChatRun> runs)
    {
        foreach (Inline inline in inlines ?? [])
        {
            switch (inline)
            {
                case LiteralInline literal:
                    Say(literal.Content.ToString(), look, runs);
                    break;
                case HtmlEntityInline entity:
                    Say(entity.Transcoded.ToString(), look, runs);
                    break;
                case CodeInline code:
                    Say(code.Content, look with { IsCode = true }, runs);
                    break;
                case LineBreakInline end:
                    Say(end.IsHard || keepsLines ? "\n" : " ", look, runs);
                    break;
                case AutolinkInline auto:
                    Say(auto.Url, Linked(look, auto.IsEmail ? "mailto:" + auto.Url : auto.Url), runs);
                    break;
                case LinkInline { IsImage: false } link:
                    Add(link, Linked(look, link.Url), keepsLines, runs);
                    break;
                case EmphasisInline { DelimiterCount: 2 } bold:
                    Add(bold, look with { IsBold = true }, keepsLines, runs);
                    break;
                case EmphasisInline italic:
                    Add(italic, look with { IsItalic = true }, keepsLines, runs);
                    break;
                case LinkInline:
                    break;
                case ContainerInline inner:
                    Add(inner, look, keepsLines, runs);
                    break;
            }
        }
    }

    /// <summary>Neighbours that look alike are one run: an escaped character begins a literal of its own.</summary>
    private static void Say(string text, ChatRun look, List<ChatRun> runs)
    {
        ChatRun? last = runs.Count > 0 ? runs[^1] : null;
        if (last is not null && last with { Text = "" } == look with { Text = "" })
        {
            runs[^1] = last with { Text = last.Text + text };
        }
        else if (text.Length > 0)
        {
            runs.Add(look with { Text = text });
        }
    }

    /// <summary>A link that leads elsewhere than to a page, a mailbox or a phone is its label.</summary>
    private static ChatRun Linked(ChatRun look, string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed)
        && parsed is { Scheme: "https" or "http" or "mailto" or "tel", UserInfo: "" or null } or { Scheme: "mailto" }
            ? look with
            {
                Url = parsed.AbsoluteUri,
            }
            : look;
}
