using System.Text.Json;
using AngleSharp.Html.Parser;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Messages.Text;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerTouchpoints.Tests.Messages.Rendering;

public sealed class StencilLawsTests
{
    private const string Template = """
        ---
        subject: "{{name}}"
        preheader: "{{note}}"
        extra: |
          ## {{note}}
        sample: { target: x, name: a, note: b, items: [{ name: c }] }
        ---
        # Dear {{name}}

        **{{name}}** and _{{note}}_ {{ if note }}with a note{{ end }}, {{link "https://lumen.example/a?b=1&c=é" note}}

        - {{note}}

        | Item | Note |
        |:-----|-----:|
        {{ for item in items }}
        | {{ item.name }} | x |
        {{ end }}

        Goodbye
        """;

    // A link to a value can't share a stencil, so that this one takes the way where Markdown sees the values.
    private const string WithALinkToAValue = Template + "[]({{target}})";

    private static readonly Gen<string> Values = Gen.Elements(
            "a",
            "b",
            " ",
            "\n",
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
            "1.",
            "&amp;",
            ";",
            "\\",
            "~",
            ":",
            "\"",
            "'",
            "é",
            "\u202E",
            "\uFDD0",
            "\uFDE0",
            "\uFDDF",
            "🎈"
        )
        .ArrayOf()
        .Select(string.Concat);

    [Test]
    public void A_message_on_a_shared_stencil_reads_like_one_that_was_parsed_with_its_values()
    {
        using MessageDesk desk = MessageDesk.With(("shared.md", Template), ("alone.md", WithALinkToAValue));
        Arbitrary<(string Name, string Note, int Items)> cases = Values
            .Where(name => TextSafety.OneLine(name).Length > 0)
            .SelectMany(name => Values.SelectMany(note => Gen.Choose(0, 3).Select(items => (name, note, items))))
            .ToArbitrary();

        Prop.ForAll(
                cases,
                each =>
                {
                    string data = JsonSerializer.Serialize(
                        new
                        {
                            target = "x",
                            name = each.Name,
                            note = each.Note,
                            items = Enumerable.Repeat(new { name = each.Note }, each.Items),
                        }
                    );
                    MessageContent shared = desk.Compose(MessageDesk.Request("shared", data));
                    MessageContent alone = desk.Compose(MessageDesk.Request("alone", data));
                    Assert.That((shared.Subject, shared.Preheader, shared.Text), Is.EqualTo((alone.Subject, alone.Preheader, alone.Text)));
                    Assert.That(Seen(shared), Is.EqualTo(Seen(alone)));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [TestCase(0)]
    [TestCase(15)]
    [TestCase(16)]
    [TestCase(9_999)]
    public void A_mark_stands_for_its_slot(int slot)
    {
        bool found = SlotMark.TryFind($"a{SlotMark.OfText(slot)}b", out Range where, out int read);

        Assert.That((found, where.Start.Value, read), Is.EqualTo((true, 1, slot)));
        Assert.That(SlotMark.IsLink(SlotMark.OfLink(slot, isSaid: false)), Is.True);
    }

    [Test]
    public void A_template_with_a_noncharacter_is_refused()
    {
        using MessageDesk desk = MessageDesk.With(("go.md", "---\nsubject: Go\n---\nGo \uFDD0"));

        Assert.That(desk.Catalog.Check().Select(fault => fault.ToString()), Has.One.Contains("noncharacter"));
    }

    private static string Seen(MessageContent mail) => new HtmlParser().ParseDocument(mail.Html!).Body!.InnerHtml;
}
