using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace CustomerTouchpoints.Messages.Rendering;

/// <summary>Writes a <see cref="MailComponent"/> as HTML for mail clients: tables and inline styles.</summary>
internal sealed class ComponentRenderer(MailStyle style) : HtmlObjectRenderer<CustomContainer>
{
    private const string Table = "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"";
    private const string LabelStyle = "padding:3px 16px 3px 0;vertical-align:top;color:#5c626b;";

    protected override void Write(HtmlRenderer renderer, CustomContainer component)
    {
        switch (component.Info)
        {
            case MailComponent.Summary:
                Summary(renderer, component);
                break;
            case MailComponent.Details:
                Details(renderer, LabelledLine.In(component));
                break;
            case MailComponent.Total:
                Total(renderer, LabelledLine.In(component));
                break;
            case MailComponent.Items:
                Items(renderer, ItemRow.In(component));
                break;
            case MailComponent.Code:
                Code(renderer, component);
                break;
            default:
                Address(renderer, component);
                break;
        }
    }

    private void Summary(HtmlRenderer renderer, CustomContainer component)
    {
        renderer.Write(
            $"{Table} class=\"tint\" style=\"margin:0 0 20px 0;background-color:{style.Tint};border-radius:10px;\"><tr>"
                + "<td class=\"ink\" style=\"padding:20px 24px 4px 24px;\">\n"
        );
        renderer.WriteChildren(component);
        renderer.Write("</td></tr></table>\n");
    }

    private static void Address(HtmlRenderer renderer, CustomContainer component)
    {
        renderer.Write("<div style=\"margin:0 0 16px 0;line-height:1.45;\">");
        Lines(renderer, component);

        renderer.Write("</div>\n");
    }

    private static void Details(HtmlRenderer renderer, IReadOnlyList<LabelledLine> lines)
    {
        renderer.Write($"{Table} style=\"margin:0 0 16px 0;\">\n");
        foreach (LabelledLine line in lines)
        {
            if (line.Value is null)
            {
                renderer.Write("<tr><td colspan=\"2\" style=\"padding:3px 0;\">");
                Inlines(renderer, line.Label);
            }
            else
            {
                renderer.Write($"<tr><td class=\"quiet\" width=\"36%\" style=\"{LabelStyle}\">");
                Inlines(renderer, line.Label);
                renderer.Write("</td><td style=\"padding:3px 0;vertical-align:top;\">");
                Inlines(renderer, line.Value);
            }

            renderer.Write("</td></tr>\n");
        }

        renderer.Write("</table>\n");
    }

    /// <summary>The last line is the sum of those above it.</summary>
    private static void Total(HtmlRenderer renderer, IReadOnlyList<LabelledLine> lines)
    {
        renderer.Write($"{Table} style=\"margin:0 0 20px 0;\">\n");
        for (int i = 0; i < lines.Count; i++)
        {
            bool isSum = i == lines.Count - 1;
            string look = isSum
                ? "padding:10px 0 3px 0;border-top:1px solid #d9dce1;font-size:18px;font-weight:700;"
                : $"padding:3px 0 {(i == lines.Count - 2 ? 10 : 3)}px 0;color:#5c626b;";
            string name = isSum ? "line" : "quiet";
            renderer.Write($"<tr><td class=\"{name}\" style=\"{look}vertical-align:top;\">");
            Inlines(renderer, lines[i].Label);
            renderer.Write(
                $"</td><td class=\"{name}\" align=\"right\" style=\"{look}vertical-align:top;text-align:right;white-space:nowrap;\">"
            );
            Inlines(renderer, lines[i].Value ?? []);
            renderer.Write("</td></tr>\n");
        }

        renderer.Write("</table>\n");
    }

    private static void Items(HtmlRenderer renderer, IReadOnlyList<ItemRow> rows)
    {
        bool pictured = rows.Any(row => row.Picture is not null);
        renderer.Write($"{Table} style=\"margin:0 0 8px 0;\">\n");
        for (int i = 0; i < rows.Count; i++)
        {
            ItemRow row = rows[i];
            string look = "padding:12px 0;vertical-align:top;" + (i == 0 ? "" : "border-top:1px solid #e3e6ea;");
            renderer.Write("<tr>");
            if (pictured)
            {
                renderer.Write($"<td width=\"80\" style=\"{look}width:80px;\">");
                Picture(renderer, row.Picture);
                renderer.Write("</td>");
            }

            renderer.Write($"<td style=\"{look}padding-right:16px;\">");
            for (int line = 0; line < row.Lines.Count; line++)
            {
                renderer.Write(line == 0 ? "<div>" : "<div class=\"quiet\" style=\"color:#5c626b;font-size:14px;\">");
                Inlines(renderer, row.Lines[line]);
                renderer.Write("</div>");
            }

            renderer.Write($"</td><td align=\"right\" style=\"{look}text-align:right;white-space:nowrap;\">");
            Inlines(renderer, row.Amount ?? []);
            renderer.Write("</td></tr>\n");
        }

        renderer.Write("</table>\n");
    }

    private static void Picture(HtmlRenderer renderer, LinkInline? picture)
    {
        if (picture is null)
        {
            return;
        }

        HtmlAttributes attributes = picture.GetAttributes();
        attributes.Properties?.RemoveAll(property => property.Key is "style" or "width");
        attributes.AddPropertyIfNotExist("width", "64");
        attributes.AddPropertyIfNotExist("style", "display:block;width:64px;height:auto;border:0;border-radius:8px;");
        renderer.Write(picture);
    }

    private void Code(HtmlRenderer renderer, CustomContainer component)
    {
        renderer.Write(
            $"<div class=\"tint ink\" style=\"margin:0 0 20px 0;padding:18px 12px;background-color:{style.Tint};border-radius:10px;"
                + "text-align:center;font-family:Menlo,Consolas,monospace;font-size:30px;line-height:1.3;font-weight:700;"
                + "letter-spacing:5px;\">"
        );
        Lines(renderer, component);

        renderer.Write("</div>\n");
    }

    private static void Lines(HtmlRenderer renderer, CustomContainer component)
    {
        bool first = true;
        foreach (IReadOnlyList<Inline> line in InlineLines.In(component))
        {
            renderer.Write(first ? "" : "<br>\n");
            first = false;
            Inlines(renderer, line);
        }
    }

    private static void Inlines(HtmlRenderer renderer, IReadOnlyList<Inline> inlines)
    {
        foreach (Inline inline in inlines)
        {
            renderer.Write(inline);
        }
    }
}
