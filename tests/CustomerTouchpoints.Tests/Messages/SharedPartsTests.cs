using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Tests.Messages;

/// <summary>Texts that templates share: files with an underscore, included by name.</summary>
public sealed class SharedPartsTests
{
    private const string Head = "---\nsubject: x\nsample: { name: Ana, items: [a] }\n---\n";

    [TestCase("en", "Hi\n\nYours, Lumen Cameras")]
    [TestCase("fr", "Salut\n\nBien à vous, Lumen Cameras")]
    [TestCase("fr-CA", "Salut\n\nBien à vous, Lumen Cameras")]
    [TestCase("de", "Hallo\n\nYours, Lumen Cameras")]
    public void A_part_is_taken_in_the_language_of_the_template_that_includes_it(string culture, string expected)
    {
        using MessageDesk desk = MessageDesk.With(
            ("hi.md", Head + "Hi\n\n{{ include 'signature' }}"),
            ("hi.fr.md", Head + "Salut\n\n{{ include 'signature' }}"),
            ("hi.de.md", Head + "Hallo\n\n{{ include 'signature' }}"),
            ("_signature.md", "Yours, {{ brand.name }}\n"),
            ("_signature.fr.md", "Bien à vous, {{ brand.name }}\n")
        );

        Assert.That(desk.Catalog.Check(), Is.Empty);
        Assert.That(desk.Compose(MessageDesk.Request("hi", culture: culture, channel: Channel.Chat)).Text, Is.EqualTo(expected));
    }

    [Test]
    public void A_part_sees_what_its_template_has_assigned_and_its_values_are_escaped_once()
    {
        using MessageDesk desk = MessageDesk.With(
            ("hi.md", Head + "{{ for item in items }}\n{{ include 'row' }}\n{{ end }}"),
            ("_row.md", "- {{ include 'cell' }}"),
            ("_cell.md", "{{ item }} of {{ name }}")
        );

        MessageContent said = desk.Compose(
            MessageDesk.Request("hi", "{\"name\":\"[Ana](https://x.example)\",\"items\":[\"*a*\",\"b\"]}", Channel.Chat)
        );
        Assert.That(said.Text, Is.EqualTo("- *a* of [Ana](https://x.example)\n- b of [Ana](https://x.example)"));
    }

    [TestCase("{{ include 'gone' }}", "in its body, it includes \"gone\", which is not there; add _gone.md")]
    [TestCase("{{ include '../hi' }}", "it includes \"../hi\", which is not there")]
    [TestCase("{{ include 'broken' }}", "_broken.md, line 2: it is not a Scriban template")]
    [TestCase("{{ include 'typo' }}", "_typo.md, line 3 ({{ nmae }}): it names \"nmae\", which the data lacks")]
    [TestCase("{{ include 'headed' }}", "_headed.md has front matter")]
    [TestCase("{{ include 'a' }}", "it includes itself: a → b → a")]
    [TestCase("{{ include 'd0' }}", "more than 8 deep: d0 → d1")]
    [TestCase("{{ include name }}", "includes in a way that can't be checked")]
    [TestCase("{{ include 'row' 1 }}", "includes in a way that can't be checked")]
    public void A_part_that_can_t_be_included_is_a_fault_of_the_check(string body, string expected)
    {
        (string, string)[] deep = [.. Enumerable.Range(0, 10).Select(i => ($"_d{i}.md", $"{{{{ include 'd{i + 1}' }}}}"))];
        using MessageDesk desk = MessageDesk.With([
            ("hi.md", Head + body),
            ("_broken.md", "a\n{{ if }}"),
            ("_typo.md", "a\n\n{{ nmae }}"),
            ("_headed.md", "---\nsubject: x\n---\na"),
            ("_a.md", "{{ include 'b' }}"),
            ("_b.md", "{{ include 'a' }}"),
            ("_Not a part.md", "a note {{"),
            .. deep,
        ]);

        Assert.That(desk.Catalog.Check().Select(fault => fault.ToString()), Has.One.Contains("hi.md: ").And.One.Contains(expected));
    }

    [Test]
    public void A_deadline_that_a_part_tells_is_a_deadline_that_the_message_tells()
    {
        using MessageDesk desk = MessageDesk.With(
            ("hi.md", "---\nsubject: x\nrequires: answerBy\nsample: { answerBy: \"2026-11-22T10:00:00Z\" }\n---\n{{ include 'promise' }}"),
            ("_promise.md", "We answer by {{ time answerBy }}")
        );

        Assert.That(desk.Catalog.Check(), Is.Empty);
        Assert.That(desk.Catalog.DeadlinesIn("hi"), Is.EqualTo((string[])["answerBy"]));
    }
}
