using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Http.Tests.Wires;
using CustomerTouchpoints.Http.Webhooks;

namespace CustomerTouchpoints.Http.Tests.Webhooks;

/// <summary>What each answer of a real server means, and each way of giving none.</summary>
public sealed class WebhookAnswerTests
{
    [TestCase("200 OK", SendOutcome.Sent, SendOutcome.Sent)]
    [TestCase("202 Accepted", SendOutcome.Sent, SendOutcome.Sent)]
    [TestCase("204 No Content", SendOutcome.Sent, SendOutcome.Sent)]
    [TestCase("301 Moved Permanently", SendOutcome.PermanentFailure, SendOutcome.ChannelDown)]
    [TestCase("302 Found", SendOutcome.PermanentFailure, SendOutcome.ChannelDown)]
    [TestCase("307 Temporary Redirect", SendOutcome.PermanentFailure, SendOutcome.ChannelDown)]
    [TestCase("308 Permanent Redirect", SendOutcome.PermanentFailure, SendOutcome.ChannelDown)]
    [TestCase("400 Bad Request", SendOutcome.PermanentFailure, SendOutcome.PermanentFailure)]
    [TestCase("401 Unauthorized", SendOutcome.PermanentFailure, SendOutcome.ChannelDown)]
    [TestCase("404 Not Found", SendOutcome.PermanentFailure, SendOutcome.ChannelDown)]
    [TestCase("408 Request Timeout", SendOutcome.TemporaryFailure, SendOutcome.TemporaryFailure)]
    [TestCase("410 Gone", SendOutcome.PermanentFailure, SendOutcome.ChannelDown)]
    [TestCase("413 Content Too Large", SendOutcome.PermanentFailure, SendOutcome.PermanentFailure)]
    [TestCase("422 Unprocessable Content", SendOutcome.PermanentFailure, SendOutcome.PermanentFailure)]
    [TestCase("429 Too Many Requests", SendOutcome.TemporaryFailure, SendOutcome.TemporaryFailure)]
    [TestCase("500 Internal Server Error", SendOutcome.TemporaryFailure, SendOutcome.TemporaryFailure)]
    [TestCase("503 Service Unavailable", SendOutcome.TemporaryFailure, SendOutcome.TemporaryFailure)]
    public async Task An_answer_means(string status, SendOutcome ofACustomer, SendOutcome ofTheHost)
    {
        await using RawServer elsewhere = RawServer.Answering("200 OK");
        await using RawServer server = RawServer.Answering(status, $"Location: {elsewhere.Url}\r\n");

        SendResult customers = await SendAsync(server.Url, _ => { });
        SendResult hosts = await SendAsync("", options => options.Endpoint = new Uri(server.Url));

        Assert.That((customers.Outcome, hosts.Outcome), Is.EqualTo((ofACustomer, ofTheHost)));
        Assert.That(server.Requests, Has.Count.EqualTo(2));
        Assert.That(elsewhere.Connections, Is.Zero, "A redirect was followed.");
    }

    [TestCase("429 Too Many Requests", "120", 120)]
    [TestCase("503 Service Unavailable", "Mon, 09 Mar 2026 16:42:05 GMT", 120)]
    [TestCase("503 Service Unavailable", "Mon, 09 Mar 2026 16:00:00 GMT", 0)]
    [TestCase("429 Too Many Requests", "99999999999999999999", 3600)]
    [TestCase("429 Too Many Requests", "Fri, 31 Dec 9999 23:59:59 GMT", 3600)]
    [TestCase("429 Too Many Requests", "soon", null)]
    [TestCase("429 Too Many Requests", "-5", null)]
    public async Task Both_forms_of_Retry_After_are_heeded_and_capped(string status, string value, int? seconds)
    {
        await using RawServer server = RawServer.Answering(status, $"Retry-After: {value}\r\n");

        SendResult result = await SendAsync(server.Url, _ => { });

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.TemporaryFailure));
        Assert.That(result.RetryAfter, Is.EqualTo(seconds is { } some ? TimeSpan.FromSeconds(some) : default(TimeSpan?)));
    }

    [Test]
    public async Task A_reset_after_the_body_is_uncertain()
    {
        await using RawServer server = new(
            async (connection, _) =>
            {
                await connection.ReadAsync();
                connection.Reset();
            }
        );

        Assert.That((await SendAsync(server.Url, _ => { })).Outcome, Is.EqualTo(SendOutcome.Uncertain));
        Assert.That(server.Connections, Is.EqualTo(1), "It was sent again by the client.");
    }

    [Test]
    public async Task A_reset_before_a_long_body_has_left_is_temporary()
    {
        await using RawServer server = new(
            async (connection, _) =>
            {
                await connection.ReadHeadersAsync();
                connection.Reset();
            }
        );

        SendResult result = await SendAsync(server.Url, _ => { }, text: new string('x', 16 * 1024 * 1024));

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.TemporaryFailure), result.Reason);
        Assert.That(server.Connections, Is.EqualTo(1));
    }

    [Test]
    public async Task No_answer_in_time_is_uncertain_after_the_body_and_temporary_before_it()
    {
        await using RawServer silent = new(
            async (connection, server) =>
            {
                server.Requests.Enqueue(await connection.ReadAsync());
                await Task.Delay(Timeout.Infinite);
            }
        );
        await using RawServer stalled = new(async (_, _) => await Task.Delay(Timeout.Infinite));

        SendResult after = await SendAsync(silent.Url, Hasty);
        SendResult before = await SendAsync(stalled.Url, Hasty, text: new string('x', 16 * 1024 * 1024));

        Assert.That((after.Outcome, before.Outcome), Is.EqualTo((SendOutcome.Uncertain, SendOutcome.TemporaryFailure)));
        Assert.That(silent.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("")]
    [TestCase("HTTP/1.1 200 OK\r\nX: ")]
    [TestCase("nonsense\r\n\r\n")]
    [TestCase("SSH-2.0-OpenSSH_9.9\r\n")]
    public async Task An_answer_that_is_cut_or_none_is_uncertain(string answer)
    {
        await using RawServer server = new(
            async (connection, _) =>
            {
                await connection.ReadAsync();
                await connection.WriteAsync(answer);
                connection.Close();
            }
        );

        Assert.That((await SendAsync(server.Url, _ => { })).Outcome, Is.EqualTo(SendOutcome.Uncertain));
    }

    [Test]
    public async Task A_slow_or_huge_body_of_an_answer_costs_neither_time_nor_memory_and_is_not_shown()
    {
        await using RawServer slow = new(
            async (connection, _) =>
            {
                await connection.ReadAsync();
                await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\ncanary");
                await Task.Delay(Timeout.Infinite);
            }
        );
        await using RawServer huge = new(
            async (connection, _) =>
            {
                await connection.ReadAsync();
                await connection.WriteAsync("HTTP/1.1 503 Canary\r\nTransfer-Encoding: chunked\r\n\r\n");
                string chunk = $"10000\r\n{new string('c', 0x10000)}\r\n";
                while (true)
                {
                    await connection.WriteAsync(chunk);
                }
            }
        );

        SendResult taken = await SendAsync(slow.Url, _ => { });
        long before = GC.GetTotalAllocatedBytes();
        SendResult putOff = await SendAsync(huge.Url, _ => { });

        Assert.That(taken.Outcome, Is.EqualTo(SendOutcome.Sent));
        Assert.That(putOff.Outcome, Is.EqualTo(SendOutcome.TemporaryFailure));
        Assert.That(putOff.Reason, Does.Not.Contain("anary"));
        Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(16 * 1024 * 1024));
    }

    [Test]
    public async Task Nobody_there_is_temporary_for_a_customers_endpoint_and_takes_the_channel_down_where_it_is_the_only_one()
    {
        string gone;
        await using (RawServer server = RawServer.Answering("200 OK"))
        {
            gone = server.Url;
        }

        SendResult customers = await SendAsync(gone, _ => { });
        SendResult hosts = await SendAsync("", options => options.Endpoint = new Uri(gone));
        SendResult unknown = await SendAsync("https://no-such-host.invalid/hook", _ => { });

        Assert.That(
            (customers.Outcome, hosts.Outcome, unknown.Outcome),
            Is.EqualTo((SendOutcome.TemporaryFailure, SendOutcome.ChannelDown, SendOutcome.TemporaryFailure))
        );
    }

    private static void Hasty(WebhookOptions options) => options.Deadline = TimeSpan.FromMilliseconds(300);

    private static async Task<SendResult> SendAsync(string url, Action<WebhookOptions> configure, string? text = null)
    {
        using Webhook webhook = new(configure);
        OutgoingMessage message = Some.Message(url);
        return await webhook.Sender.SendAsync(
            text is null ? message : message with { Content = message.Content with { Text = text } },
            CancellationToken.None
        );
    }
}
