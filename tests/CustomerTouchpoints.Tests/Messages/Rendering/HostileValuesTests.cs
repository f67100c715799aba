using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Tests.Messages.Rendering;

/// <summary>
/// Customers choose their names. Whatever they choose, a mail keeps its structure and gains no link, no image, no script.
/// </summary>
public sealed class HostileValuesTests
{
    private static readonly string[] Hostile =
    [
        "[bank](https://evil.example)",
        "![x](https://evil.example/x.png)",
        "<https://evil.example>",
        "https://evil.example",
        "www.evil.example",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)>",
        "</td></tr></table>",
        "# x",
        "* x",
        "- x",
        "+ x",
        "1. x",
        "1) x",
        "> x",
        "```\nx\n```",
        "    x",
        "\tx",
        "a\n\n# x",
        "a\r\n---\r\nb",
        "a\n===",
        "x\n| a | b |\n|---|---|\n| 1 | 2 |",
        "| x |",
        "[x]: https://evil.example\n\n[x]",
        "`x`",
        "**x**",
        "__x__",
        "~~x~~",
        "&lt;script&gt;",
        "&#60;script&#62;",
        "\\[bank\\](https://evil.example)",
        "\\",
        "\\\\",
        "]",
        ")",
        "](https://evil.example)",
        "<!-- x",
        "]]>",
        "{{secret}}",
        "{{{secret}}}",
        "javascript:alert(1)",
        "a\u2028# x",
        "a\u0085# x",
        "\u202Etxt.exe",
        "\u0000x",
        "\uD800",
        "<a href='https://evil.example'>x</a>",
        ":::",
        "$x$",
        "^x^",
        "==x==",
        "\"x\"",
        "'x'",
    ];

    private const string Template = """
        ---
        subject: "For {{who}}"
        preheader: "Dear {{who}}"
        requires: [who]
        sample: { who: Ana }
        extra: "{{who}}"
        ---
        # Dear {{who}}

        {{who}}

        - {{who}}
        - one {{who}} two

        **{{who}}** and `code`, a [label {{who}}](https://lumen.example "{{who}}") and {{link "https://lumen.example/go" who}}

        | Name | Count |
        |------|------:|
        | {{who}} | 1 |

        > {{who}}
        """;

    private const string GoTemplate = """
        ---
        subject: Go
        sample: { url: "https://lumen.example" }
        ---
        {{link url "by helper"}} and [by hand]({{url}}) and ![a picture]({{url}}) and <{{url}}>
        """;

    private MessageDesk desk = null!;

    [OneTimeSetUp]
    public void Open() => desk = MessageDesk.With(("hello.md", Template), ("go.md", GoTemplate));

    [OneTimeTearDown]
    public void Close() => desk.Dispose();

    [TestCaseSource(nameof(Hostile))]
    public void A_mail_keeps_its_structure(string name)
    {
        IElement kind = Parse("Ana");
        IElement hostile = Parse(name);

        Assert.That(Shape(hostile), Is.EqualTo(Shape(kind)));
        Assert.That(
            hostile.QuerySelectorAll("a").Select(link => link.GetAttribute("href")),
            Is.EqualTo(kind.QuerySelectorAll("a").Select(link => link.GetAttribute("href")))
        );
    }

    [TestCaseSource(nameof(Hostile))]
    public void A_subject_is_one_line_without_control_characters(string name)
    {
        MessageContent mail = Compose(name);

        Assert.That(mail.Subject + mail.Preheader, Has.None.Matches<char>(char.IsControl));
        Assert.That(
            mail.Subject + mail.Preheader + mail.Text,
            Has.None.Matches<char>(c => c is '\u202E' or '\u2028' or '\u0000' || char.IsSurrogate(c))
        );
    }

    [TestCase("<script>alert(1)</script>")]
    [TestCase("[bank](https://evil.example)")]
    [TestCase("1. | # `x` *y* \\ &amp;")]
    public void A_strange_name_is_shown_as_it_is(string name)
    {
        IElement html = Parse(name);

        Assert.That(html.QuerySelector("h1")!.TextContent, Is.EqualTo($"Dear {name}"));
        Assert.That(html.QuerySelector("li")!.TextContent.Trim(), Is.EqualTo(name));
        Assert.That(Compose(name).Text, Does.StartWith($"Dear {name}\n\n{name}\n\n- {name}\n"));
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("JaVaScRiPt:alert(1)")]
    [TestCase("java\nscript:alert(1)")]
    [TestCase("data:text/html,<script>alert(1)</script>")]
    [TestCase("vbscript:x")]
    [TestCase("file:///etc/passwd")]
    [TestCase("//evil.example/x")]
    [TestCase("/relative")]
    [TestCase("https://bank.example@evil.example/")]
    [TestCase("https://x.example/ y")]
    [TestCase("https://x.example/><script>")]
    [TestCase("https:\\\\evil.example")]
    public void A_forbidden_url_leaves_its_label_and_no_link(string url)
    {
        MessageContent mail = desk.Compose(MessageDesk.Request("go", JsonSerializer.Serialize(new { url })));
        IElement body = new HtmlParser().ParseDocument(mail.Html!).QuerySelector("td.pad")!;

        Assert.That(body.QuerySelectorAll("a, img, script"), Is.Empty);
        Assert.That(body.TextContent, Does.Contain("by helper").And.Contain("by hand").And.Contain("a picture"));
    }

    [TestCase("https://lumen.example/a?b=1&c=2&copy=3#d_e*f", "https://lumen.example/a?b=1&c=2&copy=3#d_e*f")]
    [TestCase("https://lumen.example/(a)[b]", "https://lumen.example/(a)[b]")]
    [TestCase("mailto:help@lumen.example", "mailto:help@lumen.example")]
    [TestCase("tel:+390655501234", "tel:+390655501234")]
    public void An_allowed_url_stays_what_it_is(string url, string expected)
    {
        using MessageDesk desk = MessageDesk.With(
            ("go.md", "---\nsubject: Go\nsample: { url: \"https://lumen.example\" }\n---\nGo {{link url \"there\"}} or [there]({{url}})")
        );
        MessageContent mail = desk.Compose(MessageDesk.Request("go", JsonSerializer.Serialize(new { url })));
        string?[] links =
        [
            .. new HtmlParser()
                .ParseDocument(mail.Html!)
                .QuerySelectorAll("td.pad a")
                .Select(link => Uri.UnescapeDataString(link.GetAttribute("href")!)),
        ];

        Assert.That(links, Is.EqualTo(new[] { expected, expected }));
        Assert.That(mail.Text, Does.StartWith($"Go there: {expected} or there: {expected}\n"));
    }

    private MessageContent Compose(string name) =>
        desk.Compose(MessageDesk.Request("hello", JsonSerializer.Serialize(new { who = name }), name: name));

    private IElement Parse(string name) => new HtmlParser().ParseDocument(Compose(name).Html!).DocumentElement;

    /// <summary>Every element with its attributes' names, in order: what a name must not change.</summary>
    private static string Shape(IElement root) =>
        string.Join(
            "\n",
            root.QuerySelectorAll("*")
                .Select(element => element.LocalName + " " + string.Join(",", element.Attributes.Select(attribute => attribute.Name)))
        );
}
