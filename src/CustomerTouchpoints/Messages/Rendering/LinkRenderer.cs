using CustomerTouchpoints.Messages.Text;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace CustomerTouchpoints.Messages.Rendering;

/// <summary>Writes a link or an image whose URL is a value yet to come: its mark stays as it is.</summary>
internal sealed class LinkRenderer : HtmlObjectRenderer<LinkInline>
{
    private readonly LinkInlineRenderer others = new();

    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        if (!SlotMark.IsLink(link.Url))
        {
            others.Write(renderer, link);
            return;
        }

        if (link.IsImage)
        {
            renderer.Write("<img src=\"").Write(link.Url).Write("\" alt=\"");
            bool enabled = renderer.EnableHtmlForInline;
            renderer.EnableHtmlForInline = false;
            renderer.WriteChildren(link);
            renderer.EnableHtmlForInline = enabled;
            renderer.Write('"').WriteAttributes(link).Write(">");
            return;
        }

        renderer.Write("<a href=\"").Write(link.Url).Write('"');
        renderer.WriteAttributes(link).Write('>');
        renderer.WriteChildren(link);
        renderer.Write("</a>");
    }
}
