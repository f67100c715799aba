using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Messages.Rendering;

/// <summary>What a mail has of which its template says nothing: a headline, and the steps of the line.</summary>
public sealed class MailOfANewcomerTests
{
    private static readonly IReadOnlyList<LineProgress> Line =
    [
        new("recorded", "we have your order", new DateTimeOffset(2026, 11, 19, 23, 30, 0, TimeSpan.Zero)),
        new("paid", "it is paid for", null),
        new("shipped", "it is on its way", new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero)),
        new("delivered", "it is with you", null),
    ];

    [Test]
    public void The_subject_is_the_headline_of_a_mail_that_has_none()
    {
        MessageContent mail = Compose("subject: \"Order {{ key }}\"", "Go.", data: """{ "key": "<1>" }""");

        Assert.That(Html(mail).QuerySelectorAll("h1").Single().TextContent, Is.EqualTo("Order <1>"));
        Assert.That(mail.Text, Does.StartWith("Go."), "whoever reads text has the subject above it");
    }

    [Test]
    public void A_headline_of_its_own_stands_in_the_text_too()
    {
        MessageContent mail = Compose("subject: Order\nheadline: \"Hello {{ key }}\"", "Go.", data: """{ "key": "*you*" }""");

        Assert.That(Html(mail).QuerySelectorAll("h1").Single().TextContent, Is.EqualTo("Hello *you*"));
        Assert.That(mail.Text, Does.StartWith("Hello *you*\n\nGo."));
    }

    [TestCase("subject: Order", "# Own\n\nGo.", "Own")]
    [TestCase("subject: Order", "## Own\n\nGo.", "")]
    [TestCase("subject: Order\nheadline: false", "Go.", "")]
    public void A_heading_of_the_body_or_a_no_leaves_the_subject_out(string head, string body, string headlines)
    {
        Assert.That(string.Join(',', Html(Compose(head, body)).QuerySelectorAll("h1").Select(h => h.TextContent)), Is.EqualTo(headlines));
    }

    [Test]
    public void A_message_that_tells_a_step_names_the_steps_and_when_each_was_reached()
    {
        MessageContent mail = Compose("subject: Order", "# On its way\n\nGo.");
        IHtmlDocument html = Html(mail);

        Assert.That(
            html.QuerySelectorAll(".step")
                .Select(step => (step.QuerySelector(".name")!.TextContent, step.QuerySelector(".date")?.TextContent)),
            Is.EqualTo([
                ("We have your order", "Nov 20"),
                ("It is paid for", null),
                ("It is on its way", "Nov 21"),
                ("It is with you", null),
            ]),
            "dates are the customer's"
        );
        Assert.That(html.QuerySelectorAll(".done"), Has.Count.EqualTo(3));
        Assert.That(html.Body!.TextContent, Does.Match(@"(?s)On its way.*We have your order.*Go\."), "headline, steps, text");
        Assert.That(
            mail.Text,
            Does.StartWith(
                "On its way\n\nGo.\n\n[x] We have your order: Nov 20\n[x] It is paid for\n"
                    + "[x] It is on its way: Nov 21\n[ ] It is with you\n"
            )
        );
    }

    [Test]
    public void Mails_that_differ_in_what_was_reached_do_not_share_their_looks()
    {
        using MessageDesk desk = MessageDesk.With(("look.md", "---\nsubject: Order\n---\nGo."));
        MessageRequest request = Request();
        MessageContent first = desk.Compose(request);
        MessageContent second = desk.Compose(
            request with
            {
                Line = [Line[0], Line[1] with { ReachedAt = Line[0].ReachedAt }, Line[2], Line[3]],
            }
        );

        Assert.That(Html(first).QuerySelectorAll(".date"), Has.Count.EqualTo(2));
        Assert.That(Html(second).QuerySelectorAll(".date"), Has.Count.EqualTo(3));
    }

    [TestCase("progress: false", Category.Transactional, true, 0)]
    [TestCase("topic: delivery", Category.Transactional, true, 4)]
    [TestCase("topic: delivery", Category.Transactional, false, 0)]
    [TestCase("topic: delivery", Category.Promotional, true, 0)]
    [TestCase("progress: true", Category.Promotional, false, 4)]
    public void Steps_are_shown_where_one_is_told_or_the_template_says_so(string head, Category category, bool tells, int shown)
    {
        using MessageDesk desk = MessageDesk.With(("look.md", $"---\nsubject: Order\n{head}\n---\nGo."));
        MessageContent mail = desk.Compose(Request() with { Category = category, TellsStep = tells });

        Assert.That(Html(mail).QuerySelectorAll(".step"), Has.Count.EqualTo(shown));
    }

    [Test]
    public void Steps_without_words_in_the_language_are_counted_only()
    {
        using MessageDesk desk = MessageDesk.With(
            ("look.md", "---\nsubject: Order\n---\nGo."),
            ("look.de.md", "---\nsubject: Order\n---\nGo.")
        );
        MessageContent mail = desk.Compose(Request("de"));

        Assert.That(Html(mail).Body!.TextContent, Does.Contain("Schritt 3 von 4").And.Not.Contain("paid"));
        Assert.That(mail.Text, Does.Not.Contain("[x]"));
    }

    [Test]
    public void Steps_have_the_words_that_the_host_gives_them_in_a_language()
    {
        using MessageDesk desk = MessageDesk.With(
            touchpoints =>
                touchpoints.ConfigureMessages(messages =>
                    messages.AddWords(
                        "de",
                        new Dictionary<string, string>
                        {
                            ["step.order.recorded"] = "bestellt",
                            ["step.order.paid"] = "bezahlt",
                            ["step.order.shipped"] = "unterwegs",
                            ["step.order.delivered"] = "bei Ihnen",
                        }
                    )
                ),
            ("look.md", "---\nsubject: Order\n---\nGo."),
            ("look.de.md", "---\nsubject: Order\n---\nGo.")
        );
        MessageContent mail = desk.Compose(Request("de"));

        Assert.That(mail.Text, Does.Contain("[x] Bestellt: 20. Nov.\n[x] Bezahlt\n[x] Unterwegs: 21. Nov.\n[ ] Bei Ihnen\n"));
        Assert.That(desk.Catalog.Check(), Is.Empty);
    }

    [Test]
    public void Of_many_steps_the_one_that_was_reached_is_named()
    {
        using MessageDesk desk = MessageDesk.With(("look.md", "---\nsubject: Order\n---\nGo."));
        MessageContent mail = desk.Compose(Request() with { Line = [.. Line, .. Line], Steps = 8 });

        Assert.That(Html(mail).Body!.TextContent, Does.Contain("Step 3 of 8: It is on its way (Nov 21)"));
    }

    private static MessageRequest Request(string culture = "en") =>
        MessageDesk.Request("look", culture: culture) with
        {
            Step = 3,
            Steps = 4,
            Line = Line,
            TellsStep = true,
        };

    private static MessageContent Compose(string head, string body, string data = "{}")
    {
        using MessageDesk desk = MessageDesk.With(("look.md", $"---\n{head}\n---\n{body}\n"));
        return desk.Compose(Request() with { Data = System.Text.Json.JsonDocument.Parse(data).RootElement });
    }

    private static IHtmlDocument Html(MessageContent mail) => new HtmlParser().ParseDocument(mail.Html!);
}
