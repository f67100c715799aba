using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Messages;

/// <summary>The form of chat: the Markdown itself, in which no value is markup.</summary>
public sealed class MarkdownFormTests
{
    private const string Template =
        "---\nsubject: Hi {{ customer.name }}\n---\n" + "**{{ customer.name }}**, see [it](https://lumen.example/{{ key }}).";

    [TestCase("Ana", "7", @"**Ana**, see [it](https://lumen.example/7).")]
    [TestCase("[bank](https://evil.example)", "7", @"**\[bank\]\(https\:\/\/evil\.example\)**, see [it](https://lumen.example/7).")]
    [TestCase("**", "a) b", @"**\*\***, see [it](https://lumen.example/a%29%20b).")]
    public void A_message_is_there_as_Markdown_with_its_values_escaped(string name, string key, string markdown)
    {
        using MessageDesk desk = MessageDesk.With(
            host => host.ConfigureMessages(messages => messages.Forms["slack"] = MessageForm.Markdown),
            ("hello.md", Template)
        );

        MessageContent content = desk.Compose(MessageDesk.Request("hello", $$"""{"key":"{{key}}"}""", "slack", name));

        Assert.That(content.Markdown?.Trim(), Is.EqualTo(markdown));
        Assert.That(content.Text, Does.StartWith($"{name}, see it: https://lumen.example/"));
        Assert.That(content.Html, Is.Null);
    }

    [Test]
    public void Other_forms_have_none()
    {
        using MessageDesk desk = MessageDesk.With(("hello.md", Template));
        Channel[] channels = [Channel.Email, Channel.Sms, "pigeon"];

        Assert.That(
            channels.Select(channel => desk.Compose(MessageDesk.Request("hello", """{"key":"7"}""", channel)).Markdown),
            Is.All.Null
        );
    }
}
