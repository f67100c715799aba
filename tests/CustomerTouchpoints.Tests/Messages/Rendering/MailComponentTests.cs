using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Tests.Messages.Rendering;

/// <summary>The blocks of a template beside Markdown's own, in HTML and as text.</summary>
public sealed class MailComponentTests
{
    private const string Head = "---\nsubject: Look\nheadline: false\n---\n";

    [Test]
    public void A_summary_is_a_box_of_its_own_and_plain_paragraphs_as_text()
    {
        MessageContent mail = Compose("::: summary\n## Your order\n\nOne **camera**.\n:::\n\nBye");

        Assert.That(Html(mail).QuerySelector("table.tint h2")!.TextContent, Is.EqualTo("Your order"));
        Assert.That(Html(mail).QuerySelector("table.tint strong")!.TextContent, Is.EqualTo("camera"));
        Assert.That(mail.Text, Does.StartWith("Your order\n\nOne camera.\n\nBye\n"));
    }

    [Test]
    public void An_address_keeps_its_lines_and_leaves_out_those_without_a_value()
    {
        MessageContent mail = Compose(
            "::: address\n{{ name }}\n{{ company }}\n{{ city }}\n:::",
            """{ "name": "Ana *Conti*", "city": "Roma" }"""
        );

        Assert.That(Html(mail).Body!.InnerHtml, Does.Contain("Ana *Conti*<br>\nRoma</div>"));
        Assert.That(mail.Text, Does.StartWith("Ana *Conti*\nRoma\n"));
    }

    [Test]
    public void Details_are_names_and_values_beside_each_other()
    {
        MessageContent mail = Compose(
            "::: details\nOrder: **{{ key }}**\nFranc : {{ other }}\nNo colon\n:::",
            """{ "key": "a: b", "other": "12" }"""
        );

        Assert.That(
            Html(mail).QuerySelectorAll("td.quiet[width]").Select(cell => (cell.TextContent, cell.NextElementSibling!.TextContent)),
            Is.EqualTo([("Order", "a: b"), ("Franc", "12")])
        );
        Assert.That(Html(mail).QuerySelectorAll("td[colspan='2']").Single().TextContent, Is.EqualTo("No colon"));
        Assert.That(mail.Text, Does.StartWith("Order: a: b\nFranc : 12\nNo colon\n"));
    }

    [Test]
    public void Items_have_a_name_an_amount_a_picture_if_there_is_one_and_what_is_said_below()
    {
        MessageContent mail = Compose(
            "::: items\n{{ for item in items }}\n- {{ image item.picture }} **{{ item.name }}** × {{ item.count }} | {{ item.price }}\n"
                + "  {{ item.note }}\n{{ end }}\n:::",
            """
            { "items": [
                { "name": "Lumen | M2", "count": 1, "price": "€1,199", "picture": "https://lumen.example/m2.jpg?a=1&b=2", "note": "black" },
                { "name": "Strap", "count": 2, "price": "€25", "picture": "javascript:alert(1)" } ] }
            """
        );
        IHtmlDocument html = Html(mail);

        Assert.That(
            html.QuerySelectorAll("td[width='80'] img").Single().GetAttribute("src"),
            Is.EqualTo("https://lumen.example/m2.jpg?a=1&b=2")
        );
        Assert.That(html.QuerySelectorAll("td[width='80'] img").Single().GetAttribute("alt"), Is.Empty);
        Assert.That(
            html.QuerySelectorAll("td[width='80']"),
            Has.Count.EqualTo(2),
            "names stand below each other, with a picture or without"
        );
        Assert.That(
            html.QuerySelectorAll("td[width='80'] ~ td").Select(cell => cell.TextContent),
            Is.EqualTo(["Lumen | M2 × 1black", "€1,199", "Strap × 2", "€25"])
        );
        Assert.That(mail.Text, Does.StartWith("- Lumen | M2 × 1: €1,199\n  black\n- Strap × 2: €25\n"));
    }

    [Test]
    public void A_total_has_its_sum_below_a_line()
    {
        MessageContent mail = Compose("::: total\nShipping: €5\nTotal: €{{ sum }}\n:::", """{ "sum": "30" }""");
        IHtmlDocument html = Html(mail);

        Assert.That(html.QuerySelectorAll("td.line").Select(cell => cell.TextContent), Does.Contain("€30"));
        Assert.That(html.QuerySelectorAll("td[align='right']").Select(cell => cell.TextContent), Is.EqualTo(["€5", "€30"]));
        Assert.That(mail.Text, Does.StartWith("Shipping: €5\nTotal: €30\n"));
    }

    [Test]
    public void A_code_stands_alone_and_large()
    {
        MessageContent mail = Compose("Your code:\n\n::: code\n{{ code }}\n:::", """{ "code": "482 915" }""");

        Assert.That(Html(mail).QuerySelector("div.tint")!.TextContent, Is.EqualTo("482 915"));
        Assert.That(mail.Text, Does.StartWith("Your code:\n\n482 915\n"));
    }

    [Test]
    public void A_link_alone_in_its_paragraph_is_a_button_inside_of_a_component_too()
    {
        MessageContent mail = Compose("::: summary\n{{ link url \"Follow it\" }}\n:::", """{ "url": "https://track.example/1" }""");

        Assert.That(Html(mail).QuerySelector("table.tint a.button")!.GetAttribute("href"), Is.EqualTo("https://track.example/1"));
        Assert.That(mail.Text, Does.StartWith("Follow it: https://track.example/1\n"));
    }

    [Test]
    public void A_text_message_has_what_is_in_a_component()
    {
        using MessageDesk desk = MessageDesk.With(
            ("look.md", Head + "::: details\nOrder: 1\nCarrier: DHL\n:::\n::: items\n- Strap | 25\n:::")
        );

        Assert.That(
            desk.Compose(MessageDesk.Request("look", channel: Channel.Sms)).Text,
            Is.EqualTo("Lumen Cameras: Order: 1\nCarrier: DHL\n- Strap: 25")
        );
    }

    [TestCase("::: sumary\nx\n:::", "\"sumary\" that is none of summary, address, details, items, total, code")]
    [TestCase(":::\nx\n:::", "has a block that is none of")]
    [TestCase("::: {{ name }}\nx\n:::", "has a block that is none of")]
    [TestCase("::: summary\nx", "\"summary\" has no end")]
    public void What_is_no_component_is_a_fault_of_the_check(string body, string told)
    {
        using MessageDesk desk = MessageDesk.With(("look.md", $"---\nsubject: Look\nsample: {{ name: summary }}\n---\n{body}"));

        Assert.That(desk.Catalog.Check().Select(fault => fault.ToString()), Has.Some.Contains(told));
    }

    [Test]
    public void Two_colons_in_a_text_are_two_colons()
    {
        Assert.That(Html(Compose("a ::b:: c")).Body!.TextContent, Does.Contain("a ::b:: c"));
    }

    private static MessageContent Compose(string body, string data = "{}")
    {
        using MessageDesk desk = MessageDesk.With(("look.md", Head + body + "\n"));
        return desk.Compose(MessageDesk.Request("look", data));
    }

    private static IHtmlDocument Html(MessageContent mail) => new HtmlParser().ParseDocument(mail.Html!);
}
