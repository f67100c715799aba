using CustomerTouchpoints.Messages.Text;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CustomerTouchpoints.Messages.Rendering;

/// <summary>The looks of a mail: colours, and an inline style for every kind of element, because mail clients drop style sheets.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed class MailStyle
{
    public const string Font = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;";

    public const string Headline = "margin:0 0 16px 0;font-size:24px;line-height:1.25;font-weight:700;";

    private readonly string link;
    private readonly string button;

    public MailStyle(string brandColor)
    {
        Rgb color = Rgb.Parse(brandColor);
        Color = color.ToString();
        OnColor = color.TextOn().ToString();
        LinkColor = color.ReadableOn(Rgb.White, Rgb.Ink).ToString();
        DarkLinkColor = color.ReadableOn(DarkGround, Rgb.White, contrast: 7).ToString();
        Tint = color.Mix(Rgb.White, 0.93).ToString();
        link = $"color:{LinkColor};text-decoration:underline;";
        button =
            $"display:inline-block;background-color:{Color};color:{OnColor};font-weight:600;text-decoration:none;"
            + "padding:13px 26px;border-radius:8px;margin:4px 0;";
    }

    public static Rgb DarkGround { get; } = new(0x1f, 0x21, 0x26);

    public string Color { get; }

    public string OnColor { get; }

    public string LinkColor { get; }

    public string DarkLinkColor { get; }

    public string Tint { get; }

    /// <summary>The inline style of a node; null for what needs none.</summary>
    public string? Of(MarkdownObject node, out string? cssClass)
    {
        cssClass = null;
        switch (node)
        {
            case ParagraphBlock { Parent: ListItemBlock }:
                return "margin:0 0 6px 0;";
            case ParagraphBlock { Parent: TableCell }:
            case ParagraphBlock { Parent: QuoteBlock quote } last when quote.LastChild == last:
                return "margin:0;";
            case ParagraphBlock:
                return "margin:0 0 16px 0;";
            case HeadingBlock { Level: > 1, Parent: MarkdownDocument or CustomContainer } first when first.Parent[0] == first:
                return "margin:0 0 10px 0;font-size:19px;line-height:1.3;font-weight:700;";
            case HeadingBlock { Level: 1 }:
                return Headline;
            case HeadingBlock { Level: 2 }:
                return "margin:24px 0 10px 0;font-size:19px;line-height:1.3;font-weight:700;";
            case HeadingBlock:
                return "margin:20px 0 8px 0;font-size:16px;line-height:1.4;font-weight:700;";
            case ListBlock:
                return "margin:0 0 16px 0;padding:0 0 0 22px;";
            case QuoteBlock:
                cssClass = "quote";
                return $"margin:0 0 16px 0;padding:2px 0 2px 14px;border-left:3px solid {Color};color:#4a4f57;";
            case CodeBlock:
                return "margin:0 0 16px 0;font-family:Menlo,Consolas,monospace;font-size:14px;white-space:pre-wrap;";
            case ThematicBreakBlock:
                return "border:0;border-top:1px solid #d9dce1;margin:22px 0;";
            case Table:
                return "width:100%;border-collapse:collapse;margin:0 0 16px 0;";
            case TableCell cell:
                cssClass = cell.Parent is TableRow { IsHeader: true } ? "quiet" : null;
                return CellStyle(cell);
            case LinkInline { IsImage: true }:
                return "max-width:100%;height:auto;border:0;";
            case LinkInline { Parent.ParentBlock: ParagraphBlock } sole when IsAlone(sole):
                cssClass = "button";
                return button;
            case LinkInline or AutolinkInline:
                cssClass = "link";
                return link;
            default:
                return null;
        }
    }

    /// <summary>A link that is its whole paragraph is what the mail wants the reader to do: it becomes a button.</summary>
    private static bool IsAlone(LinkInline link) => link is { PreviousSibling: null, NextSibling: null };

    private static string CellStyle(TableCell cell)
    {
        bool header = cell.Parent is TableRow { IsHeader: true };
        string align = Alignment(cell) switch
        {
            TableColumnAlign.Right => "right",
            TableColumnAlign.Center => "center",
            _ => "left",
        };
        string right = (cell.Parent as TableRow)?.LastChild == cell ? "0" : "8px";
        string line = (cell.Parent?.Parent as Table)?.LastChild == cell.Parent ? "" : "border-bottom:1px solid #e3e6ea;";
        return $"padding:9px {right} 9px 0;{line}vertical-align:top;text-align:{align};"
            + (header ? "font-size:13px;color:#5c626b;font-weight:600;" : "");
    }

    private static TableColumnAlign? Alignment(TableCell cell) =>
        cell.Parent is TableRow { Parent: Table table } row
        && table.ColumnDefinitions is { } columns
        && row.IndexOf(cell) is >= 0 and int index
        && index < columns.Count
            ? columns[index].Alignment
            : null;
}
