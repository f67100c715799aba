using CustomerTouchpoints.Messages.Text;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace CustomerTouchpoints.Messages.Rendering;

/// <summary>Writes a link whose URL is a value yet to come: its mark stays as it is.</summary>
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

        renderer.Write("<a href=\"").Write(link.Url).Write('"');
        renderer.WriteAttributes(link).Write('>');
        renderer.WriteChildren(link);
        renderer.Write("</a>");
    }
}
