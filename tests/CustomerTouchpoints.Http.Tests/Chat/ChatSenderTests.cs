using System.Text.Json.Nodes;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Http.Chat;
using CustomerTouchpoints.Http.Tests.Wires;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Testing.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Http.Tests.Chat;

public sealed class ChatSenderTests
{
    private static readonly RawServer Server = RawServer.Answering("200 OK", "", "ok");

    private static IReadOnlyList<ContractCase> Slack => CasesOf(ChatService.Slack);

    private static IReadOnlyList<ContractCase> Teams => CasesOf(ChatService.Teams);

    /// <summary>Without those whose text is longer than Discord takes: it is refused, and not cut.</summary>
    private static IReadOnlyList<ContractCase> Discord =>
        [.. CasesOf(ChatService.Discord).Where(promise => !LongTexts.Any(promise.ToString()!.StartsWith))];

    private static readonly string[] LongTexts = ["Text in any script, emoji and very long lines", "Messages sent at the same time"];

    [TestCaseSource(nameof(Slack))]
    [TestCaseSource(nameof(Teams))]
    [TestCaseSource(nameof(Discord))]
    public Task Chat_keeps_the_contract(ContractCase promise) => promise.RunAsync();

    [OneTimeTearDown]
    public async Task Stop() => await Server.DisposeAsync();

    [TestCase("200 OK", SendOutcome.Sent, SendOutcome.Sent)]
    [TestCase("400 Bad Request", SendOutcome.PermanentFailure, SendOutcome.PermanentFailure)]
    [TestCase("404 Not Found", SendOutcome.PermanentFailure, SendOutcome.ChannelDown)]
    [TestCase("410 Gone", SendOutcome.PermanentFailure, SendOutcome.ChannelDown)]
    [TestCase("429 Too Many Requests", SendOutcome.TemporaryFailure, SendOutcome.TemporaryFailure)]
    [TestCase("500 Internal Server Error", SendOutcome.TemporaryFailure, SendOutcome.TemporaryFailure)]
    [TestCase("502 Bad Gateway", SendOutcome.Uncertain, SendOutcome.Uncertain)]
    [TestCase("504 Gateway Timeout", SendOutcome.Uncertain, SendOutcome.Uncertain)]
    public async Task An_answer_means(string status, SendOutcome ofACustomer, SendOutcome ofTheRoom)
    {
        await using RawServer server = RawServer.Answering(status, "Retry-After: 3\r\n", "canary");
        using ChatSender customers = Sender(ChatService.Slack);
        using ChatSender room = Sender(ChatService.Slack, options => options.Endpoint = new Uri(server.Url));

        SendResult first = await customers.SendAsync(Some.Message(server.Url), CancellationToken.None);
        SendResult second = await room.SendAsync(Some.Message("nowhere"), CancellationToken.None);

        Assert.That((first.Outcome, second.Outcome), Is.EqualTo((ofACustomer, ofTheRoom)));
        Assert.That(first.Reason ?? "", Does.Not.Contain("canary"));
    }

    [Test]
    public async Task Nothing_of_address_or_body_is_in_a_log_or_a_reason()
    {
        var log = new RecordingLog();
        using ChatSender sender = Sender(ChatService.Discord, log: log);
        SendResult[] results =
        [
            await sender.SendAsync(Some.Message("https://10.0.0.1/canary"), CancellationToken.None),
            await sender.SendAsync(Some.Message("canary"), CancellationToken.None),
            await sender.SendAsync(
                Some.Message(Server.Url) with
                {
                    Content = new MessageContent { Text = string.Concat(Enumerable.Repeat("canary ", 1000)) },
                },
                CancellationToken.None
            ),
        ];

        Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo(SendOutcome.PermanentFailure));
        Assert.That(log.Entries, Has.Count.EqualTo(3));
        Assert.That(string.Concat(results) + string.Concat(log.Entries), Does.Not.Contain("canary").And.Not.Contain("10.0.0.1"));
    }

    [Test]
    public async Task An_escalation_is_posted_to_the_room_and_one_that_was_not_is_an_exception()
    {
        await using RawServer room = RawServer.Answering("200 OK", "", "ok");
        await using RawServer closed = RawServer.Answering("404 Not Found");
        await using ServiceProvider host = Host(room.Url);
        await using ServiceProvider other = Host(closed.Url);
        var escalation = new Escalation
        {
            Id = "question/7~resolution~1~breach",
            Clock = ClockId.Parse("question/7~resolution~1"),
            Metric = ResponseMetric.Resolution,
            Kind = EscalationKind.Breach,
            Share = 1,
            At = Some.Now,
            DueAt = Some.Now,
            To = ["team-lead"],
            Try = 1,
            Topic = "<!channel>",
        };

        await host.GetRequiredService<IEscalationHandler>().EscalateAsync(escalation, CancellationToken.None);

        Assert.That(
            room.Requests.Single().Text,
            Does.Contain("question/7~resolution~1").And.Contain("was missed").And.Contain("team-lead")
        );
        Assert.That(JsonNode.Parse(room.Requests.Single().Text)!["text"]!.GetValue<string>(), Does.Not.Contain("<!"));
        Assert.That(
            async () => await other.GetRequiredService<IEscalationHandler>().EscalateAsync(escalation, CancellationToken.None),
            Throws.TypeOf<HttpRequestException>().With.Message.Contains("(404)").And.Message.Not.Contains("127.0.0.1")
        );
    }

    [Test]
    public async Task A_host_tells_a_customer_and_the_room_from_one_template()
    {
        using var folder = new TemporaryTemplates(
            "order-placed.md",
            "---\nsubject: \"Order {{ journey.key }}\"\n---\n"
                + "**{{ customer.name }}**, see [your order](https://lumen.example/o/{{ journey.key }})."
        );
        await using RawServer customers = RawServer.Answering("200 OK", "", "ok");
        await using RawServer room = RawServer.Answering("204 No Content");
        HostApplicationBuilder builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddCustomerTouchpoints(touchpoints =>
            touchpoints
                .AddLifecycle<ChatLifecycle>()
                .AddTemplates(folder.Path)
                .UseInMemoryStore()
                .UseCustomers(new ChatCustomers(customers.Url))
                .AddChat("slack", ChatService.Slack, chat => chat.AllowLoopback = true)
                .AddChat(
                    "room",
                    ChatService.Discord,
                    chat =>
                    {
                        chat.AllowLoopback = true;
                        chat.Endpoint = new Uri(room.Url);
                    }
                )
        );
        using IHost host = builder.Build();
        await host.StartAsync();
        await host
            .Services.GetRequiredService<ICustomerTouchpoints>()
            .RaiseAsync(
                new IncomingEvent
                {
                    Journey = "order/7",
                    Name = "order.placed",
                    Id = "1",
                    Customer = "ana",
                }
            );
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (customers.Requests.IsEmpty || room.Requests.IsEmpty)
        {
            await Task.Delay(10, patience.Token);
        }

        await host.StopAsync();
        Assert.That(
            JsonNode.Parse(customers.Requests.Single().Text)!["blocks"]![0]!["elements"]![0]!["elements"]!.ToJsonString(),
            Does.StartWith(
                """[{"type":"text","text":"[bank](https://evil.example) *Ana*","style":{"bold":true}},"""
                    + """{"type":"text","text":", see "},{"type":"link","text":"your order","url":"https://lumen.example/o/7"}"""
            )
        );
        Assert.That(
            JsonNode.Parse(room.Requests.Single().Text)!["content"]!.GetValue<string>(),
            Is.EqualTo(@"**\[bank\]\(https\://evil\.example\) \*Ana\***, see [your order](<https://lumen.example/o/7>)\.")
        );
    }

    [Test]
    public void Every_fault_of_the_settings_is_told_at_once_and_no_endpoint()
    {
        using ServiceProvider host = new ServiceCollection()
            .AddCustomerTouchpoints(touchpoints =>
                touchpoints.AddChat(
                    "room",
                    (ChatService)7,
                    chat =>
                    {
                        chat.Endpoint = new Uri("http://canary.example/");
                        chat.AllowedNetworks.Add("the house");
                        chat.Deadline = TimeSpan.FromMinutes(1);
                    }
                )
            )
            .BuildServiceProvider();

        OptionsValidationException refused = Assert.Throws<OptionsValidationException>(() =>
            host.GetRequiredService<IStartupValidator>().Validate()
        )!;

        Assert.That(
            refused.Failures.Select(fault => fault.Split(':')[0]),
            Is.EqualTo(
                (string[])
                    [
                        "ChatOptions of room, Service",
                        "ChatOptions of room, Endpoint",
                        "ChatOptions of room, AllowedNetworks",
                        "ChatOptions of room, Deadline",
                    ]
            )
        );
        Assert.That(refused.Message, Does.Not.Contain("canary"));
    }

    private static IReadOnlyList<ContractCase> CasesOf(ChatService service) =>
        ChannelSenderContract.Cases(() => Sender(service), $"{Server.Url}/canary-7", channel: "room", carriesHeaders: false);

    private static ChatSender Sender(ChatService service, Action<ChatOptions>? configure = null, RecordingLog? log = null)
    {
        var options = new ChatOptions { Service = service, AllowLoopback = true };
        configure?.Invoke(options);
        return new ChatSender(options, TimeProvider.System, (log ?? new RecordingLog()).CreateLogger<ChatSender>());
    }

    private static ServiceProvider Host(string url) =>
        new ServiceCollection()
            .AddCustomerTouchpoints(touchpoints =>
                touchpoints.UseChatEscalations(ChatService.Slack, new Uri(url), chat => chat.AllowLoopback = true)
            )
            .BuildServiceProvider();
}
