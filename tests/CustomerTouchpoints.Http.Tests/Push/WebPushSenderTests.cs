using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Http.Push;
using CustomerTouchpoints.Http.Tests.Wires;

namespace CustomerTouchpoints.Http.Tests.Push;

/// <summary>What a push service gets, and what its answers mean.</summary>
public sealed class WebPushSenderTests
{
    [Test]
    public void The_browser_of_these_tests_reads_the_example_of_the_RFC()
    {
        // RFC 8291, section 5 and appendix A.
        using var browser = Browser.Of(
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94",
            "BTBZMqHH6r4Tts7J_aSIgg"
        );
        byte[] body = Base64Url.DecodeFromChars(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6"
                + "cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
        );

        Assert.That(browser.Read(body), Is.EqualTo("When I grow up, I want to be a watermelon"));
    }

    [Test]
    public async Task A_browser_reads_what_it_was_sent_and_the_push_service_knows_who_we_are()
    {
        await using var service = RawServer.Answering("201 Created");
        using var browser = Browser.New();
        using var pushing = new Pushing(push => push.LinkOf = _ => "/orders/1042");

        OutgoingMessage message = Some.Message(browser.Subscription($"{service.Url}/a"), channel: Channel.Push);
        SendResult result = await pushing.Sender.SendAsync(message with { StaleAt = Some.Now.AddHours(2) }, default);

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.Sent));
        RawRequest request = service.Requests.Single();
        JsonElement told = JsonDocument.Parse(browser.Read(request.Body)).RootElement;
        Assert.That(
            told.EnumerateObject().Select(member => $"{member.Name}={member.Value}"),
            Is.EqualTo([
                $"id={message.MessageId}",
                "title=Il pacco è partito",
                "body=Ciao Ana, il pacco è partito.",
                "category=transactional",
                "culture=it-IT",
                "link=/orders/1042",
            ])
        );
        Assert.That(
            (request["TTL"], request["Topic"], request["Urgency"], request["Content-Encoding"], request["Content-Type"]),
            Is.EqualTo(("7200", message.MessageId, "high", "aes128gcm", "application/octet-stream"))
        );
        Assert.That(request.Line, Is.EqualTo("POST /hook/a HTTP/1.1"));
        IsSigned(request["Authorization"]!, pushing.Options, $"http://127.0.0.1:{service.Port}");
        Assert.That(Encoding.Latin1.GetString(request.Body), Does.Not.Contain("Ana"));
    }

    [TestCase(Category.Service, null)] // Normal is what no header means.
    [TestCase(Category.Promotional, "very-low")]
    public async Task Urgency_follows_the_category(Category category, string? urgency)
    {
        await using var service = RawServer.Answering("201 Created");
        using var browser = Browser.New();
        using var pushing = new Pushing(push => push.CollapseJourney = true);
        OutgoingMessage message = Some.Message(browser.Subscription(service.Url), channel: Channel.Push) with { Category = category };

        await pushing.Sender.SendAsync(message, default);

        RawRequest request = service.Requests.Single();
        Assert.That((request["Urgency"], request["Topic"], request["TTL"]), Is.EqualTo((urgency, message.ThreadId, "2419200")));
    }

    [Test]
    public async Task Each_browser_of_a_customer_is_told_and_one_that_is_gone_is_said_to_the_host()
    {
        await using var alive = RawServer.Answering("201 Created");
        await using var gone = RawServer.Answering("410 Gone");
        using var phone = Browser.New();
        using var desk = Browser.New();
        List<string> said = [];
        using var pushing = new Pushing(push =>
            push.Gone = (customer, endpoint, _) =>
            {
                said.Add($"{customer} {endpoint}");
                throw new InvalidOperationException("The host's database is down.");
            }
        );

        string address = $"[{phone.Subscription(alive.Url)},{desk.Subscription(gone.Url)}]";
        SendResult result = await pushing.Sender.SendAsync(Some.Message(address, channel: Channel.Push), default);

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.Sent));
        Assert.That(phone.Read(alive.Requests.Single().Body), Does.Contain("partito"));
        Assert.That(said, Is.EqualTo([$"ana {gone.Url}"]));
        Assert.That(pushing.Suppressed.Records, Is.Empty, "somebody is still there");
        Assert.That(pushing.Log.Entries.Single(), Does.StartWith("1603 Warning").And.Not.Contain(gone.Url));
    }

    [TestCase("404 Not Found")]
    [TestCase("410 Gone")]
    public async Task An_address_of_which_nothing_is_left_is_not_written_to_again(string status)
    {
        await using var service = RawServer.Answering(status);
        using var browser = Browser.New();
        using var pushing = new Pushing();

        string address = browser.Subscription(service.Url);
        SendResult result = await pushing.Sender.SendAsync(Some.Message(address, channel: Channel.Push), default);

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.PermanentFailure));
        SuppressionRecord record = pushing.Suppressed.Records.Single();
        Assert.That((record.Channel, record.Address, record.Reason), Is.EqualTo((Channel.Push, address, SuppressionReason.HardBounce)));
    }

    [TestCase("429 Too Many Requests", "Retry-After: 120\r\n", SendOutcome.TemporaryFailure, 120)]
    [TestCase("503 Service Unavailable", "", SendOutcome.TemporaryFailure, null)]
    [TestCase("413 Payload Too Large", "", SendOutcome.PermanentFailure, null)]
    [TestCase("401 Unauthorized", "", SendOutcome.PermanentFailure, null)]
    [TestCase("301 Moved Permanently", "Location: http://169.254.169.254/\r\n", SendOutcome.PermanentFailure, null)]
    public async Task Answers_mean_what_they_say(string status, string headers, SendOutcome outcome, int? seconds)
    {
        await using var service = RawServer.Answering(status, headers);
        using var browser = Browser.New();
        using var pushing = new Pushing();

        SendResult result = await pushing.Sender.SendAsync(Some.Message(browser.Subscription(service.Url), channel: Channel.Push), default);

        Assert.That((result.Outcome, result.RetryAfter?.TotalSeconds), Is.EqualTo((outcome, (double?)seconds)));
        Assert.That(pushing.Suppressed.Records, Is.Empty);
    }

    [Test]
    public async Task A_line_that_breaks_after_the_message_leaves_it_uncertain()
    {
        await using var service = new RawServer(
            async (connection, _) =>
            {
                await connection.ReadAsync();
                connection.Reset();
            }
        );
        using var browser = Browser.New();
        using var pushing = new Pushing();

        SendResult result = await pushing.Sender.SendAsync(Some.Message(browser.Subscription(service.Url), channel: Channel.Push), default);

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.Uncertain));
    }

    [TestCase("https://push.example/x", "10.0.0.7")]
    [TestCase("https://push.example/x", "169.254.169.254")]
    [TestCase("https://push.example/x", "::ffff:192.168.1.1")]
    public async Task A_subscription_leads_nowhere_into_our_own_network(string endpoint, string address)
    {
        using var browser = Browser.New();
        using var pushing = new Pushing(
            push => push.AllowLoopback = false,
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)])
        );

        SendResult result = await pushing.Sender.SendAsync(Some.Message(browser.Subscription(endpoint), channel: Channel.Push), default);

        Assert.That((result.Outcome, result.Reason), Is.EqualTo((SendOutcome.PermanentFailure, result.Reason)));
        Assert.That(result.Reason, Does.Contain("only public ones are connected to"));
    }

    [TestCase("")]
    [TestCase("https://push.example/x")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{"endpoint":"https://push.example/x","keys":{"p256dh":"BAAA","auth":"AAAA"}}""")]
    [TestCase("""{"endpoint":"ftp://push.example/x","keys":{"p256dh":"KEY","auth":"AUTH"}}""")]
    [TestCase("""{"endpoint":"http://push.example/x","keys":{"p256dh":"KEY","auth":"AUTH"}}""")]
    [TestCase("""{"endpoint":"https://push.example/x","keys":{"p256dh":"OFF","auth":"AUTH"}}""")]
    [TestCase("""{"endpoint":"https://push.example/x","keys":{"p256dh":"KEY"}}""")]
    [TestCase("""{"endpoint":7,"keys":[]}""")]
    public async Task An_address_that_is_no_subscription_is_refused(string address)
    {
        using var browser = Browser.New();
        using var keys = JsonDocument.Parse(browser.Subscription("x"));
        string text = address
            .Replace("KEY", keys.RootElement.GetProperty("keys").GetProperty("p256dh").GetString())
            .Replace("AUTH", keys.RootElement.GetProperty("keys").GetProperty("auth").GetString())
            .Replace("OFF", Base64Url.EncodeToString([4, .. Enumerable.Repeat((byte)7, 64)]));
        using var pushing = new Pushing(push => push.AllowLoopback = false);

        SendResult result = await pushing.Sender.SendAsync(Some.Message(text, channel: Channel.Push), default);

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.PermanentFailure), result.Reason);
        Assert.That(result.Reason, Does.Not.Contain("push.example"));
    }

    [Test]
    public void A_message_that_is_too_long_ends_where_it_fits_and_halves_no_character()
    {
        string clown = string.Concat(Enumerable.Repeat("🤡\"è ", 3000));
        OutgoingMessage message = Some.Message("x") with
        {
            Content = new MessageContent { Subject = clown, Text = clown },
        };

        byte[] payload = WebPushPayload.Write(message, "https://lumen.example/" + new string('a', 1000));

        JsonElement json = JsonDocument.Parse(payload).RootElement;
        Assert.That(payload, Has.Length.InRange(WebPushPayload.Longest - 20, WebPushPayload.Longest));
        Assert.That(json.GetProperty("title").GetString(), Has.Length.LessThanOrEqualTo(200).And.EndsWith("…"));
        string body = json.GetProperty("body").GetString()!;
        Assert.That(body, Does.EndWith("…").And.Not.Contain("\ufffd"));
        Assert.That(clown, Does.StartWith(body[..^1]));
        Assert.That(json.TryGetProperty("link", out _), Is.False, "a link is not cut");
    }

    [Test]
    public async Task The_longest_message_is_as_long_as_every_push_service_takes()
    {
        await using var service = RawServer.Answering("201 Created");
        using var browser = Browser.New();
        using var pushing = new Pushing();
        OutgoingMessage message = Some.Message(browser.Subscription(service.Url), channel: Channel.Push);

        await pushing.Sender.SendAsync(
            message with
            {
                Content = new MessageContent { Subject = "Long", Text = new string('x', 100_000) },
            },
            default
        );

        byte[] body = service.Requests.Single().Body;
        Assert.That(body, Has.Length.LessThanOrEqualTo(4096));
        Assert.That(browser.Read(body), Has.Length.InRange(WebPushPayload.Longest - 10, WebPushPayload.Longest));
    }

    private static void IsSigned(string authorization, WebPushOptions options, string audience)
    {
        Assert.That(authorization, Does.StartWith("vapid "));
        Dictionary<string, string> parts = authorization["vapid ".Length..]
            .Split(',', StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .ToDictionary(part => part[0], part => part[1]);
        Assert.That(parts["k"], Is.EqualTo(options.PublicKey));
        string[] token = parts["t"].Split('.');
        byte[] point = Base64Url.DecodeFromChars(options.PublicKey);
        using var key = ECDsa.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = point[1..33], Y = point[33..] },
            }
        );
        Assert.That(
            key.VerifyData(
                Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"),
                Base64Url.DecodeFromChars(token[2]),
                HashAlgorithmName.SHA256
            ),
            Is.True
        );
        JsonElement claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token[1])).RootElement;
        Assert.That(
            (claims.GetProperty("aud").GetString(), claims.GetProperty("sub").GetString()),
            Is.EqualTo((audience, options.Subject))
        );
        Assert.That(
            DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("exp").GetInt64()) - TimeProvider.System.GetUtcNow(),
            Is.InRange(TimeSpan.FromMinutes(1), TimeSpan.FromHours(24))
        );
    }
}
