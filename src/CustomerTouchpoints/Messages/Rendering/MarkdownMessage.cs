using System.Globalization;
using CustomerTouchpoints.Messages.Text;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CustomerTouchpoints.Messages.Rendering;

/// <summary>
/// One parsed Markdown document, from which both the HTML part and the text part are made. Links that are not allowed are gone.
/// </summary>
internal sealed class MarkdownMessage
{
    private static readonly MarkdownPipeline Pipeline = NewPipeline();

    private readonly MarkdownDocument document;

    private MarkdownMessage(MarkdownDocument document) => this.document = document;

    /// <summary>
    /// Whether a link leads to a value that nobody has looked at yet: such a document can't be made before its values are known.
    /// </summary>
    public bool LinksToValues =>
        document.Descendants<Inline>().Any(inline => Destination(inline) is { } url && SlotMark.IsIn(url) && !SlotMark.IsLink(url));

    /// <summary>Where its links, images and automatic links lead.</summary>
    public IEnumerable<string> Urls => document.Descendants<Inline>().Select(Destination).OfType<string>();

    public bool IsEmpty => document.Count == 0;

    /// <summary>Whether it begins with a heading.</summary>
    public bool HasHeadline => document.Count > 0 && document[0] is HeadingBlock;

    /// <exception cref="TemplateException">The document is nested too deeply.</exception>
    public static MarkdownMessage Parse(string markdown)
    {
        try
        {
            MarkdownDocument document = Markdown.Parse(markdown, Pipeline);
            MailComponent.Prepare(document);
            DropForbiddenLinks(document);
            return new MarkdownMessage(document);
        }
        catch (ArgumentException fault)
        {
            throw new TemplateException("its Markdown is nested too deeply; flatten its lists and quotes.", fault);
        }
    }

    /// <summary>The document as plain text with real URLs.</summary>
    public string ToText(bool compact) => new PlainTextRenderer(compact).Render(document);

    /// <summary>
    /// The document as HTML with inline styles, and before it the heading that it begins with. Can be made once: styles are written into
    /// the document.
    /// </summary>
    public (string Headline, string Body) ToHtml(MailStyle style)
    {
        // What follows begins with a line of its own.
        while (document.LastChild is ThematicBreakBlock line)
        {
            document.Remove(line);
        }

        foreach (MarkdownObject node in document.Descendants())
        {
            string? look = style.Of(node, out string? cssClass);
            if (look is not null)
            {
                HtmlAttributes attributes = node.GetAttributes();
                attributes.AddPropertyIfNotExist("style", look);
                if (cssClass is not null)
                {
                    attributes.AddClass(cssClass);
                }
            }
        }

        foreach (Table table in document.Descendants<Table>())
        {
            // Our cells carry their alignment; Markdig would write a second style attribute for it.
            table.ColumnDefinitions.ForEach(column => column.Alignment = null);
            table.GetAttributes().AddPropertyIfNotExist("cellpadding", "0");
            table.GetAttributes().AddPropertyIfNotExist("cellspacing", "0");
        }

        if (!HasHeadline)
        {
            return ("", Written(document, style));
        }

        string headline = Written(document[0], style);
        document.RemoveAt(0);
        return (headline, Written(document, style));
    }

    private static string Written(MarkdownObject part, MailStyle style)
    {
        using var html = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<LinkInlineRenderer>(new LinkRenderer());
        renderer.ObjectRenderers.Add(new ComponentRenderer(style));
        renderer.Render(part);
        return html.ToString();
    }

    /// <summary>Of custom containers only the blocks: two colons in a text are two colons.</summary>
    private static MarkdownPipeline NewPipeline()
    {
        MarkdownPipelineBuilder builder = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseCjkFriendlyEmphasis();
        builder.BlockParsers.Insert(0, new CustomContainerParser());
        return builder.Build();
    }

    /// <summary>A link that is not allowed becomes its label, an image its description, an automatic link its text.</summary>
    private static void DropForbiddenLinks(MarkdownDocument document)
    {
        List<Inline>? forbidden = null;
        foreach (Inline inline in document.Descendants<Inline>())
        {
            bool allowed =
                SlotMark.IsIn(Destination(inline))
                || inline switch
                {
                    LinkInline { IsImage: true } image => LinkPolicy.AllowsImage(image.Url),
                    LinkInline link => LinkPolicy.AllowsLink(link.Url),
                    AutolinkInline { IsEmail: false } auto => LinkPolicy.AllowsLink(auto.Url),
                    AutolinkInline auto => LinkPolicy.AllowsLink("mailto:" + auto.Url),
                    _ => true,
                };
            if (!allowed)
            {
                (forbidden ??= []).Add(inline);
            }
        }

        foreach (Inline inline in forbidden ?? [])
        {
            if (inline is AutolinkInline auto)
            {
                auto.ReplaceBy(new LiteralInline(auto.Url));
            }
            else
            {
                inline.ReplaceBy(new ContainerInline(), copyChildren: true);
            }
        }
    }

    private static string? Destination(Inline inline) =>
        inline switch
        {
            LinkInline link => link.Url,
            AutolinkInline auto => auto.Url,
            _ => null,
        };
}
