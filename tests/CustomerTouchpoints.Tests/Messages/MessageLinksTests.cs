using System.Text.RegularExpressions;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Links;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Messages;

/// <summary>Templates write links by name, each signed for who gets the message.</summary>
public sealed class MessageLinksTests
{
    private const string Head = "---\nsubject: Hello\n---\n";

    [TestCase("statusLink", "status", "order/1042")]
    [TestCase("feedbackLink", "feedback", "order/1042")]
    [TestCase("askLink", "ask", "order/1042")]
    [TestCase("preferencesLink", "preferences", null)]
    [TestCase("unsubscribeLink", "unsubscribe", null)]
    public void A_template_writes_a_link_by_its_name(string name, string purpose, string? journey)
    {
        using MessageDesk desk = MessageDesk.With(Links, ("hi.md", Head + $"{{{{ link {name} \"Follow me\" }}}}"));

        MessageContent message = desk.Compose(MessageDesk.Request("hi"));

        Match link = Regex.Match(message.Text, $"https://shop.example/my/{purpose}/([A-Za-z0-9_-]+)");
        LinkSubject? subject = Signer().Verify(new LinkPurpose(purpose), link.Groups[1].Value);
        Assert.That(desk.Catalog.Check(), Is.Empty);
        Assert.That(subject?.Customer, Is.EqualTo(new CustomerId("ana")));
        Assert.That(subject?.Journey?.ToString(), Is.EqualTo(journey));
        Assert.That(message.Html, Does.Contain($"href=\"{link.Value}\""));
    }

    [Test]
    public void Data_of_the_same_name_does_not_lead_elsewhere()
    {
        using MessageDesk desk = MessageDesk.With(Links, ("hi.md", Head + "{{ link statusLink \"Follow\" }}"));

        MessageContent message = desk.Compose(MessageDesk.Request("hi", """{ "statusLink": "https://evil.example/" }"""));

        Assert.That(message.Html, Does.Contain("https://shop.example/my/status/").And.Not.Contain("evil.example"));
    }

    [Test]
    public void A_part_may_name_one_and_a_template_may_require_it()
    {
        using MessageDesk desk = MessageDesk.With(
            Links,
            ("_foot.md", "{{ link unsubscribeLink \"Leave\" }}"),
            ("hi.md", "---\nsubject: Hello\nrequires: [statusLink]\n---\n{{ include \"foot\" }}")
        );

        Assert.That(desk.Catalog.Check(), Is.Empty);
        Assert.That(desk.Compose(MessageDesk.Request("hi")).Text, Does.Contain("https://shop.example/my/unsubscribe/"));
    }

    [Test]
    public void Without_configured_links_the_start_says_which_template_names_one()
    {
        using MessageDesk desk = MessageDesk.With(("hi.md", Head + "{{ link statusLink \"Follow\" }} {{ preferencesLink }}"));

        Assert.That(
            desk.Catalog.Check().Select(fault => fault.ToString()),
            Has.One.Contains("hi.md: it names statusLink, preferencesLink, and no links are configured. Configure them with UseLinks")
        );
    }

    private static void Links(TouchpointsBuilder builder) =>
        builder.UseLinks(links =>
        {
            links.BaseAddress = new Uri("https://shop.example/my");
            links.AddKey("2026-11", Convert.ToBase64String(new byte[32]));
        });

    private static LinkSigner Signer()
    {
        var services = new ServiceCollection();
        Links(new TouchpointsBuilder(services));
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<LinkSigner>();
    }
}
