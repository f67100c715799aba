using AngleSharp.Html.Parser;
using CustomerTouchpoints.Messages.Rendering;
using CustomerTouchpoints.Messages.Text;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerTouchpoints.Tests.Messages.Rendering;

public sealed class EscapingLawsTests
{
    private static readonly MailStyle Style = new("#17494d");

    [Test]
    public void Any_value_comes_out_of_markdown_as_the_text_it_is()
    {
        Arbitrary<string> values = Gen.Elements(
                "a",
                "b",
                " ",
                "\n",
                "\t",
                "#",
                "*",
                "_",
                "`",
                "[",
                "]",
                "(",
                ")",
                "<",
                ">",
                "!",
                "|",
                "-",
                "=",
                "+",
                "1",
                ".",
                "&",
                ";",
                "\\",
                "~",
                ":",
                "/",
                "\"",
                "'",
                "https",
                "www",
                "é",
                "\u202E",
                "\u200B",
                "🎈"
            )
            .ArrayOf()
            .Select(string.Concat)
            .ToArbitrary();
        Prop.ForAll(
                values,
                value =>
                {
                    string line = TextSafety.OneLine(value);
                    MarkdownMessage message = MarkdownMessage.Parse(
                        $"x{MarkdownEscape.Escape(value)}y\n\n- {MarkdownEscape.Escape(value)}z"
                    );
                    bool text = message.ToText(compact: false) == $"x{line}y\n\n- {line}z";
                    AngleSharp.Html.Dom.IHtmlDocument html = new HtmlParser().ParseDocument(message.ToHtml(Style).Body);
                    return text
                        && html.Body!.QuerySelectorAll("*").Select(element => element.LocalName).SequenceEqual(["p", "ul", "li"])
                        && html.QuerySelector("p")!.TextContent == $"x{line}y";
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [TestCase("  a \t\r\n b  ", "a b")]
    [TestCase("a\u202Eb\u200Bc\uFEFFd\u2066e", "abcde")]
    [TestCase("می\u200Cخواهم", "می\u200Cخواهم", Description = "Persian needs its non-joiner.")]
    [TestCase("👩\u200D🚀", "👩\u200D🚀", Description = "So do emoji their joiner.")]
    [TestCase("pay\u200Dpal", "paypal")]
    [TestCase("a\u0007\u0000b", "ab")]
    [TestCase("x\U000E0041y", "xy")]
    [TestCase("שלום", "שלום")]
    public void A_value_becomes_one_harmless_line(string value, string line) => Assert.That(TextSafety.OneLine(value), Is.EqualTo(line));

    [Test]
    public void A_line_is_cut_between_characters_as_people_see_them() =>
        Assert.That(TextSafety.Cut("ab👩\u200D🚀cd", 5), Is.EqualTo("ab…"));
}
