using CustomerTouchpoints.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Messages.Rendering;

/// <summary>What a mail looks like, as far as its HTML tells it.</summary>
public sealed class MailLooksTests
{
    private const string Line = "border-bottom:1px solid #e3e6ea";

    [Test]
    public void A_table_at_the_end_and_the_contacts_below_it_make_no_double_rule()
    {
        string html = HtmlOf("Look:\n\n| item | price |\n| --- | ---: |\n| Lumen M2 | 1,199 |\n| Strap | 25 |");
        Assert.That(html.Split(Line), Has.Length.EqualTo(5), "two rows of two cells have a line below, and the last row has none");
    }

    [Test]
    public void A_rule_at_the_end_gives_way_to_that_of_the_contacts()
    {
        Assert.That(HtmlOf("Look.\n\n---"), Does.Not.Contain("<hr"));
        Assert.That(HtmlOf("Look.\n\n---\n\nMore."), Does.Contain("<hr"));
    }

    [Test]
    public void A_header_may_be_white_for_a_logo_that_is_made_for_it()
    {
        string white = HtmlOf("Look.", brand => brand.HasWhiteHeader = true);
        Assert.That(white, Does.Contain("background-color:#ffffff;border-bottom:3px solid #17494d;padding:20px 40px"));
        Assert.That(HtmlOf("Look."), Does.Contain("background-color:#17494d;padding:20px 40px"));
    }

    private static string HtmlOf(string body, Action<BrandOptions>? brand = null)
    {
        using MessageDesk desk = MessageDesk.With(
            touchpoints => touchpoints.UseBrand(brand ?? (_ => { })),
            ("look.md", $"---\nsubject: Look\n---\n{body}\n")
        );
        return desk.Compose(MessageDesk.Request("look")).Html!;
    }
}
