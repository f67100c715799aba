using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerTouchpoints.Http.Chat;

namespace CustomerTouchpoints.Http.Tests.Chat;

/// <summary>One Markdown, three services. Values come escaped in it, as the library writes them.</summary>
public sealed class ChatPayloadTests
{
    private const string Markdown = """
        # Order 1042

        Hello **Ana** and *all*, it is [on its way](https://lumen.example/t?a=1&b=2) with `DHL`.
        Same paragraph\
        next line

        - one
        - two **bold**
          1. inner

        > quoted

        ```
        code *as is* ``
        ```

        | item | price |
        | --- | --- |
        | Lens | 10 |

        ::: address
        Ana Silva
        Via Roma 1
        :::
        """;

    /// <summary>What a customer might call themselves, so that it means something to a service.</summary>
    private const string Hostile =
        "<!channel> <@U1> @everyone *b* _i_ ~s~ ||x|| [bank](https://evil.example) <https://evil.example|bank> `c` # h\u202E";

    [Test]
    public void Slack_gets_rich_text()
    {
        JsonArray elements = Payload(ChatService.Slack, Markdown)["blocks"]![0]!["elements"]!.AsArray();

        Assert.That(
            elements.Select(element => element!["type"]!.GetValue<string>()),
            Is.EqualTo(
                (string[])
                    [
                        "rich_text_section",
                        "rich_text_section",
                        "rich_text_list",
                        "rich_text_list",
                        "rich_text_quote",
                        "rich_text_preformatted",
                        "rich_text_section",
                        "rich_text_section",
                        "rich_text_section",
                    ]
            )
        );
        Assert.That(
            elements[1]!["elements"]!.ToJsonString(),
            Is.EqualTo(
                """[{"type":"text","text":"Hello "},{"type":"text","text":"Ana","style":{"bold":true}},"""
                    + """{"type":"text","text":" and "},{"type":"text","text":"all","style":{"italic":true}},"""
                    + """{"type":"text","text":", it is "},"""
                    + """{"type":"link","text":"on its way","url":"https://lumen.example/t?a=1\u0026b=2"},"""
                    + """{"type":"text","text":" with "},{"type":"text","text":"DHL","style":{"code":true}},"""
                    + """{"type":"text","text":". Same paragraph\nnext line"},{"type":"text","text":"\n"}]"""
            )
        );
        Assert.That((elements[2]!["style"]!.ToString(), elements[3]!["style"]!.ToString()), Is.EqualTo(("bullet", "ordered")));
        Assert.That(elements[3]!["indent"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(elements[8]!["elements"]!.ToJsonString(), Does.Contain("Ana Silva\\nVia Roma 1"));
    }

    [Test]
    public void Teams_gets_a_card_whose_text_is_no_Markdown()
    {
        JsonNode card = Payload(ChatService.Teams, Markdown)["attachments"]![0]!["content"]!;

        Assert.That(card["type"]!.ToString(), Is.EqualTo("AdaptiveCard"));
        Assert.That(card["body"]!.AsArray().Select(block => block!["type"]!.ToString()), Is.All.EqualTo("RichTextBlock"));
        Assert.That(
            card["body"]![0]!["inlines"]!.ToJsonString(),
            Is.EqualTo("""[{"type":"TextRun","text":"Order 1042","weight":"Bolder","size":"Medium"}]""")
        );
        Assert.That(
            card["body"]![1]!["inlines"]![5]!.ToJsonString(),
            Is.EqualTo(
                """{"type":"TextRun","text":"on its way","selectAction":"""
                    + """{"type":"Action.OpenUrl","url":"https://lumen.example/t?a=1\u0026b=2"}}"""
            )
        );
    }

    [Test]
    public void Discord_gets_its_own_Markdown_and_mentions_nobody()
    {
        JsonObject payload = Payload(ChatService.Discord, Markdown);

        Assert.That(payload["allowed_mentions"]!.ToJsonString(), Is.EqualTo("""{"parse":[]}"""));
        Assert.That(
            payload["content"]!.GetValue<string>(),
            Is.EqualTo(
                """
                **Order 1042**

                Hello **Ana** and *all*, it is [on its way](<https://lumen.example/t?a=1&b=2>) with ``DHL``\. Same paragraph
                next line

                - one
                - two **bold**
                  1. inner

                > quoted

                ```
                code *as is* ``
                ```

                **item \| price**

                Lens \| 10

                Ana Silva
                Via Roma 1
                """
            )
        );
    }

    [Test]
    public void What_a_value_looks_like_means_nothing_to_any_service()
    {
        string markdown = $"Hello {Escaped(Hostile)}, **{Escaped("*x*")}**";
        string slack = Payload(ChatService.Slack, markdown)["blocks"]![0]!["elements"]![0]!["elements"]!.ToJsonString();
        JsonNode teams = Payload(ChatService.Teams, markdown)["attachments"]![0]!["content"]!["body"]![0]!["inlines"]!;
        string discord = Payload(ChatService.Discord, markdown)["content"]!.GetValue<string>();

        Assert.That(JsonNode.Parse(slack)![0]!["text"]!.GetValue<string>(), Is.EqualTo($"Hello {Hostile}, "));
        Assert.That(slack, Does.Not.Contain("\"link\"").And.Not.Contain("\"user\"").And.Not.Contain("\"broadcast\""));
        Assert.That(teams[0]!["text"]!.GetValue<string>(), Is.EqualTo($"Hello {Hostile}, "));
        Assert.That(teams.ToJsonString(), Does.Not.Contain("selectAction"));
        Assert.That(
            discord,
            Does.StartWith(
                "Hello \\<\\!channel\\> \\<\\@U1\\> \\@everyone \\*b\\* "
                    + "\\_i\\_ \\~s\\~ \\|\\|x\\|\\| \\[bank\\]\\(https\\://evil\\.example\\)"
            )
        );
        Assert.That(discord, Does.EndWith(", **\\*x\\***"));
    }

    [Test]
    public void The_fallback_of_Slack_mentions_nobody() =>
        Assert.That(
            JsonNode.Parse(ChatPayload.Of(ChatService.Slack, ChatText.Plain("x"), Hostile)!)!["text"]!.GetValue<string>(),
            Does.StartWith("&lt;!channel&gt; &lt;@U1&gt;")
        );

    [TestCase("[x](javascript:alert)")]
    [TestCase("[x](data:text/html,y)")]
    [TestCase("[x](slack://open)")]
    [TestCase("[x](/relative)")]
    [TestCase("[x](https://user:password@evil.example/)")]
    [TestCase("![x](https://evil.example/pixel.png)")]
    public void A_link_that_leads_elsewhere_is_its_label(string markdown)
    {
        foreach (ChatService service in Enum.GetValues<ChatService>())
        {
            string payload = Encoding.UTF8.GetString(ChatPayload.Of(service, ChatText.Read($"See {markdown} there."), "")!);
            Assert.That(
                ((string[])["evil", "alert", "html", "relative", "slack://"]).Where(part =>
                    payload.Contains(part, StringComparison.Ordinal)
                ),
                Is.Empty
            );
        }
    }

    [Test]
    public void Code_cannot_end_its_fence_and_raw_HTML_is_text()
    {
        string discord = Payload(ChatService.Discord, "````\na ``` @everyone\n````\n\n<b>x</b> `` a`b ``")["content"]!.GetValue<string>();

        Assert.That(discord.Split("```"), Has.Length.EqualTo(3));
        Assert.That(discord, Does.Contain("\\<b\\>x\\</b\\>"));
    }

    [Test]
    public void The_fallback_is_as_long_as_a_notice() =>
        Assert.That(
            Payload(ChatService.Teams, "x", new string('a', 149) + "🎁 and more")["attachments"]![0]!["content"]![
                "fallbackText"
            ]!.GetValue<string>(),
            Is.EqualTo(new string('a', 149) + "…")
        );

    [TestCase(ChatService.Slack, 30_000)]
    [TestCase(ChatService.Teams, 30_000)]
    [TestCase(ChatService.Discord, 2_001)]
    public void What_a_service_would_cut_is_not_sent(ChatService service, int length)
    {
        Assert.That(ChatPayload.Of(service, ChatText.Plain(new string('x', length)), ""), Is.Null);
        Assert.That(ChatPayload.Of(service, ChatText.Plain(new string('x', 2_000)), ""), Is.Not.Null);
    }

    private static JsonObject Payload(ChatService service, string markdown, string fallback = "fallback") =>
        JsonSerializer.Deserialize<JsonObject>(ChatPayload.Of(service, ChatText.Read(markdown), fallback)!)!;

    private static string Escaped(string value) =>
        string.Concat(
            value.Select(c =>
                char.IsAscii(c) && char.IsPunctuation(c) || c is '<' or '>' or '~' or '|' or '`' or '+' or '=' or '$' or '^'
                    ? $"\\{c}"
                    : $"{c}"
            )
        );
}
