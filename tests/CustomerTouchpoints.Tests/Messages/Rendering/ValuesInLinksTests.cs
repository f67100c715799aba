using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Tests.Messages.Rendering;

/// <summary>A value within a URL that the template writes stays one part of that URL.</summary>
public sealed class ValuesInLinksTests
{
    private const string Find = "[Follow it](https://t.example/find?name={{ v }}&no=1)";

    [TestCase(Find, "Ana Costa", "https://t.example/find?name=Ana%20Costa&no=1")]
    [TestCase(Find, "Ana&no=9", "https://t.example/find?name=Ana%26no%3D9&no=1")]
    [TestCase(Find, "L#7", "https://t.example/find?name=L%237&no=1")]
    [TestCase(Find, "a+b", "https://t.example/find?name=a%2Bb&no=1")]
    [TestCase(Find, "100%", "https://t.example/find?name=100%25&no=1")]
    [TestCase(Find, "Zoë (née Ω) \"x\" <b> [y] \\ `z` *s* _u_", null)]
    [TestCase(Find, "", "https://t.example/find?name=&no=1")]
    [TestCase("[Follow it](<https://t.example/find?name={{ v }}>)", "Ana > Costa", "https://t.example/find?name=Ana%20%3E%20Costa")]
    [TestCase("[Follow it](https://t.example/o/{{ v }}/track \"see {{ v }}\")", "7/8 ?", "https://t.example/o/7%2F8%20%3F/track")]
    [TestCase("[Follow it][go]\n\n[go]: https://t.example/find?name={{ v }}", "Ana Costa", "https://t.example/find?name=Ana%20Costa")]
    [TestCase("[Follow it](https://t.example/#{{ v }})", "a b", "https://t.example/#a%20b")]
    [TestCase("[Follow it]({{ base }}/find?name={{ v }})", "Ana & Costa", "https://shop.example/it/find?name=Ana%20%26%20Costa")]
    [TestCase("[Follow it]({{ v }})", "https://t.example/a_(b)?x=1&y=2#z", "https://t.example/a_(b)?x=1&y=2#z")]
    [TestCase("[Follow it](mailto:{{ v }})", "ana+shop@mail.example", "mailto:ana%2Bshop@mail.example")]
    [TestCase("[Follow it](mailto:help@shop.example?subject={{ v }})", "L & M", "mailto:help@shop.example?subject=L%20%26%20M")]
    [TestCase("[Follow it](tel:{{ v }})", "+39 06 5550-1234", "tel:+39065550-1234")]
    public void A_value_in_a_URL_is_encoded_where_it_stands(string body, string value, string? expected)
    {
        expected ??= $"https://t.example/find?name={Uri.EscapeDataString(value)}&no=1";
        MessageContent mail = Compose(body, value);
        IElement link = new HtmlParser().ParseDocument(mail.Html!).QuerySelectorAll("a").Single(each => each.TextContent == "Follow it");

        Assert.That(link.GetAttribute("href"), Is.EqualTo(expected));
        Assert.That(
            mail.Text,
            Does.Contain(expected.Replace("mailto:", "", StringComparison.Ordinal).Replace("tel:", "", StringComparison.Ordinal))
        );
    }

    [TestCase("[Follow it](https://{{ v }}/x)", "evil.example/?")]
    [TestCase("[Follow it]({{ v }})", "javascript:alert(1)")]
    [TestCase("[Follow it]({{ v }}:alert(1))", "javascript")]
    [TestCase("[Follow it]({{ v }})", "https://t.example/a b")]
    public void What_is_not_allowed_leaves_its_label(string body, string value)
    {
        MessageContent mail = Compose(body, value);
        IHtmlCollection<IElement> links = new HtmlParser().ParseDocument(mail.Html!).QuerySelectorAll("a");

        Assert.That(links.Where(link => link.TextContent == "Follow it"), Is.Empty);
        Assert.That(mail.Text, Does.StartWith("Follow it\n"));
        Assert.That(links.Select(link => link.GetAttribute("href")), Has.None.Contains("evil").And.None.Contains("script"));
    }

    [Test]
    public void A_picture_and_an_automatic_link_are_URLs_too()
    {
        MessageContent mail = Compose("![seen](https://t.example/{{ v }}.png) <https://t.example/?q={{ v }}>", "a b&c");
        IDocument page = new HtmlParser().ParseDocument(mail.Html!);

        Assert.That(page.QuerySelector("img[alt=seen]")!.GetAttribute("src"), Is.EqualTo("https://t.example/a%20b%26c.png"));
        Assert.That(
            page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")),
            Has.One.EqualTo("https://t.example/?q=a%20b%26c")
        );
    }

    private static MessageContent Compose(string body, string value)
    {
        using MessageDesk desk = MessageDesk.With(("go.md", $"---\nsubject: Go\n---\n{body}\n"));
        return desk.Compose(
            MessageDesk.Request(
                "go",
                JsonSerializer.Serialize(new Dictionary<string, string> { ["v"] = value, ["base"] = "https://shop.example/it" })
            )
        );
    }
}
