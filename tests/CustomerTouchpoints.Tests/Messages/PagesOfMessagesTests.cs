using System.Text.RegularExpressions;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Messages.Words;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Tests.Messages;

/// <summary>What the pages about messages show is what comes of it.</summary>
public sealed partial class PagesOfMessagesTests
{
    private static readonly string Messages = Page("docs/concepts/messages.md");

    [Test]
    public void The_table_of_words_has_every_key()
    {
        string[] named =
        [
            .. Span().Matches(Messages.Split("## The library's own words")[1].Split("\n## ")[0]).Select(span => span.Groups["text"].Value),
        ];
        string[] left =
        [
            .. WordBook
                .Keys.Select(key => PluralForm().Replace(key, ""))
                .Distinct()
                .Where(key => !named.Contains(key) && !named.Contains(key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..])),
        ];
        Assert.That(left.Where(key => !key.StartsWith("journey.", StringComparison.Ordinal)), Is.Empty);
        Assert.That(named, Has.Length.GreaterThan(20));
    }

    [TestCase("docs/concepts/messages.md")]
    [TestCase("docs/templates/scriban.md")]
    public void Each_whole_template_of_a_page_passes_the_check(string page)
    {
        string[] templates =
        [
            .. Block()
                .Matches(Page(page))
                .Where(block => block.Groups["language"].Value == "markdown")
                .Select(block => block.Groups["text"].Value)
                .Where(text => text.StartsWith("---", StringComparison.Ordinal)),
        ];
        using MessageDesk desk = MessageDesk.With([
            ("_signature.md", "The team"),
            .. templates.Select((text, index) => ($"template-{index}.md", text)),
        ]);
        Assert.That(templates, Is.Not.Empty);
        Assert.That(desk.Catalog.Check(), Is.Empty);
    }

    [Test]
    public void The_components_of_the_page_are_the_text_below_them()
    {
        Match[] blocks = Block().Matches(Messages.Split("## Components")[1]).ToArray();
        using MessageDesk desk = MessageDesk.With(("look.md", $"---\nsubject: Look\n---\n{blocks[0].Groups["text"].Value}"));
        string? text = desk.Compose(
            MessageDesk.Request(
                "look",
                """
                {
                  "items": [{ "name": "Lumen M2", "price": { "amount": 1199, "currency": "EUR" }, "note": "Black, with a strap" }],
                  "shipping": { "amount": 5, "currency": "EUR" },
                  "total": { "amount": 1204, "currency": "EUR" },
                  "deliverTo": { "name": "Ana Conti", "street": "Via dei Fiori 12", "city": "00184 Roma" }
                }
                """
            )
        ).Text;
        Assert.That(text.Split("\n\n-- \n")[0] + "\n", Is.EqualTo(blocks[1].Groups["text"].Value));
    }

    [Test]
    public void The_deadline_of_the_page_about_responses_is_told_where_there_is_one()
    {
        string told = Span()
            .Matches(Page("docs/concepts/responses.md"))
            .Select(span => span.Groups["text"].Value)
            .Single(span => span.StartsWith("{{ if answerBy", StringComparison.Ordinal));
        using MessageDesk desk = MessageDesk.With(
            ("look.md", $"---\nsubject: Look\nsample: {{ answerBy: \"2026-11-22T12:00:00Z\" }}\n---\nHi.\n\n{told}")
        );
        MessageRequest request = MessageDesk.Request("look", channel: "pigeon");

        Assert.That(desk.Catalog.Check(), Is.Empty);
        Assert.That(desk.Compose(request).Text, Is.EqualTo("Hi."));
        Assert.That(
            desk.Compose(request with { Deadlines = [new ToldDeadline("answerBy", "first-answer", 1, MessageDesk.Now.AddHours(1))] }).Text,
            Does.StartWith("Hi.\n\nWe answer by 11:05")
        );
    }

    private static string Page(string path)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CustomerTouchpoints.sln")))
        {
            folder = folder.Parent;
        }

        return File.ReadAllText(Path.Combine(folder.FullName, path));
    }

    [GeneratedRegex("`(?<text>[^`\\n]+)`")]
    private static partial Regex Span();

    [GeneratedRegex(@"\.(one|other)$", RegexOptions.ExplicitCapture)]
    private static partial Regex PluralForm();

    [GeneratedRegex(@"^```(?<language>[a-z]+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
