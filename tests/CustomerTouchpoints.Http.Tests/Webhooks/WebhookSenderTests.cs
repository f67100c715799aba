using System.Text.Json;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Http.Tests.Wires;

namespace CustomerTouchpoints.Http.Tests.Webhooks;

public sealed class WebhookSenderTests
{
    [Test]
    public async Task A_message_is_posted_as_the_page_says()
    {
        await using RawServer server = RawServer.Answering("200 OK");
        using Webhook webhook = new();

        await webhook.Sender.SendAsync(Some.Message($"  {server.Url}?shop=7  "), CancellationToken.None);

        RawRequest request = server.Requests.Single();
        JsonElement body = JsonDocument.Parse(request.Body).RootElement;
        Assert.That(request.Line, Is.EqualTo("POST /hook?shop=7 HTTP/1.1"));
        Assert.That(request["Content-Type"], Is.EqualTo("application/json"));
        Assert.That(request["Cookie"] ?? request["Authorization"] ?? request["traceparent"], Is.Null);
        Assert.That(
            body.ToString(),
            Is.EqualTo(
                """
                {"type":"order-shipped","timestamp":"2026-03-09T16:40:05Z","data":{
                "touchpoint":"order/1~order-shipped~1~buyer~webhook","journey":"order/1","role":"buyer","customer":"ana",
                "category":"transactional","culture":"it-IT","subject":"Il pacco \u00E8 partito",
                "text":"Ciao Ana, il pacco \u00E8 partito.","attempt":1,"mayBeRepeat":false}}
                """.ReplaceLineEndings("")
            )
        );
    }

    [Test]
    public async Task A_repeat_has_the_same_id_and_says_so_and_its_signature_has_the_time_of_its_own()
    {
        await using RawServer server = RawServer.Answering("200 OK");
        using Webhook webhook = new();
        OutgoingMessage message = Some.Message(server.Url, number: 7);

        await webhook.Sender.SendAsync(message, CancellationToken.None);
        webhook.Time.Advance(TimeSpan.FromMinutes(30));
        await webhook.Sender.SendAsync(message with { Attempt = 2, MayBeRepeat = true }, CancellationToken.None);

        Assert.That(server.Requests.Select(request => request["webhook-id"]), Is.All.EqualTo("00000000000000000000000000000007"));
        Assert.That(server.Requests.Select(request => request["webhook-timestamp"]), Is.EqualTo((string[])["1773074405", "1773076205"]));
        Assert.That(server.Requests.Last().Text, Does.Contain("\"mayBeRepeat\":true"));
    }

    [Test]
    public async Task Each_customer_may_have_a_secret_and_one_without_gets_nothing()
    {
        await using RawServer server = RawServer.Answering("200 OK");
        using Webhook webhook = new(options =>
        {
            options.Secrets.Clear();
            options.SecretsOf = (message, _) =>
                message.Customer.Value switch
                {
                    "ana" => new ValueTask<IReadOnlyList<string>>([Some.Secret]),
                    "bob" => new ValueTask<IReadOnlyList<string>>([]),
                    "eva" => new ValueTask<IReadOnlyList<string>>([Some.Secret, "canary"]),
                    _ => throw new InvalidOperationException("canary"),
                };
        });
        var results = new List<SendResult>();
        foreach (string customer in (string[])["ana", "bob", "eva", "joe"])
        {
            results.Add(await webhook.Sender.SendAsync(Some.Message(server.Url) with { Customer = customer }, CancellationToken.None));
        }

        Assert.That(
            results.Select(result => result.Outcome),
            Is.EqualTo(
                (SendOutcome[])[SendOutcome.Sent, SendOutcome.PermanentFailure, SendOutcome.PermanentFailure, SendOutcome.TemporaryFailure]
            )
        );
        Assert.That(server.Requests, Has.Count.EqualTo(1));
        Assert.That(string.Concat(results) + string.Concat(webhook.Log.Entries), Does.Not.Contain("canary"));
    }

    [Test]
    public async Task A_dead_endpoint_is_left_alone_for_longer_and_longer_and_stops_nobody_elses_messages()
    {
        bool works = false;
        await using RawServer dead = new(
            async (connection, server) =>
            {
                server.Requests.Enqueue(await connection.ReadAsync());
                await connection.AnswerAsync(works ? "200 OK" : "502 Bad Gateway", "Connection: close\r\n");
            }
        );
        await using RawServer alive = RawServer.Answering("200 OK");
        using Webhook webhook = new();
        Task<SendResult> ToDeadAsync() => webhook.Sender.SendAsync(Some.Message(dead.Url), CancellationToken.None);

        for (int i = 0; i < 10; i++)
        {
            Assert.That((await ToDeadAsync()).Outcome, Is.EqualTo(SendOutcome.TemporaryFailure));
        }

        SendResult others = await webhook.Sender.SendAsync(Some.Message(alive.Url), CancellationToken.None);
        SendResult sameHost = await webhook.Sender.SendAsync(
            Some.Message(dead.Url.Replace("/hook", "/other", StringComparison.Ordinal)),
            CancellationToken.None
        );
        int tries = dead.Requests.Count;
        TimeSpan? wait = (await ToDeadAsync()).RetryAfter;
        webhook.Time.Advance(TimeSpan.FromSeconds(31));
        await ToDeadAsync();
        TimeSpan? longer = (await ToDeadAsync()).RetryAfter;
        webhook.Time.Advance(TimeSpan.FromSeconds(61));
        works = true;
        SendResult back = await ToDeadAsync();

        Assert.That(
            (others.Outcome, tries),
            Is.EqualTo((SendOutcome.Sent, 4)),
            "three tries, and one of another customer's on the same host"
        );
        Assert.That(sameHost.Reason, Does.Contain("502"));
        Assert.That((wait, longer), Is.EqualTo((TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60))));
        Assert.That(back.Outcome, Is.EqualTo(SendOutcome.Sent));
        Assert.That(webhook.Log.Entries.Select(entry => entry.Split(' ')[0]), Is.EqualTo((string[])["1601", "1601", "1602"]));
    }

    [Test]
    public async Task Nothing_of_address_body_or_secret_is_in_a_log_a_reason_or_an_exception()
    {
        await using RawServer failing = RawServer.Answering("500 canary-status", "X-Canary: canary-header\r\n", "canary-answer");
        using Webhook webhook = new();
        string port = failing.Url.Split(':')[2].Split('/')[0];
        string[] addresses =
        [
            $"http://127.0.0.1:{port}/canary-path?canary-query",
            "https://canary-host.invalid/canary-path",
            "https://10.1.2.3/canary-path",
            "http://canary-host.example/",
            "https://canary-user:canary-password@canary-host.example/",
            "https://canary\u0000host/",
        ];
        var results = new List<SendResult>();
        foreach (string address in addresses.SelectMany(each => Enumerable.Repeat(each, 4)))
        {
            OutgoingMessage message = Some.Message(address);
            results.Add(
                await webhook.Sender.SendAsync(
                    message with
                    {
                        Name = "canary-name",
                        Content = message.Content with { Text = "canary-text", Subject = "canary" },
                    },
                    CancellationToken.None
                )
            );
        }

        Assert.That(webhook.Log.Entries, Is.Not.Empty);
        Assert.That(
            string.Join('\n', results) + string.Join('\n', webhook.Log.Entries),
            Does.Not.Contain("canary").And.Not.Contain("10.1.2.3").And.Not.Contain(Some.Secret[6..])
        );
    }
}
