using System.Text;
using System.Text.Json;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Http.Sms;
using CustomerTouchpoints.Http.Tests.Wires;

namespace CustomerTouchpoints.Http.Tests.Sms;

/// <summary>What each gateway is sent, and what its answers mean.</summary>
public sealed class GatewayTests
{
    private static readonly SmsGateway Twilio = SmsGateways.Twilio("AC1", "canary", new Uri("https://lumen.example/receipts?a=1"));
    private static readonly SmsGateway Vonage = SmsGateways.Vonage("key", "canary");
    private static readonly SmsGateway MessageBird = SmsGateways.MessageBird("canary");
    private static readonly SmsGateway Sns = SmsGateways.Sns("eu-central-1", "AKID", "canary", "Lumen");
    private static readonly SmsGateway Plain = SmsGateways.PlainGet("https://sms.example/", @"^OK: (\S+)", @"^ERR: (\d+)");

    private static IEnumerable<TestCaseData> Answers =>
        [
            Case(Twilio, "201 Created", """{"sid":"SM7","status":"queued","error_code":null}""", SendOutcome.Sent, "SM7"),
            Case(Twilio, "400 Bad Request", """{"code":21211,"message":"canary"}""", SendOutcome.PermanentFailure, "21211"),
            Case(Twilio, "400 Bad Request", """{"code":21606}""", SendOutcome.ChannelDown, "21606"),
            Case(Twilio, "401 Unauthorized", """{"code":20003}""", SendOutcome.ChannelDown, "20003"),
            Case(Twilio, "429 Too Many Requests", """{"code":20429}""", SendOutcome.TemporaryFailure, "20429"),
            Case(Twilio, "503 Service Unavailable", "", SendOutcome.TemporaryFailure, "503"),
            Case(Twilio, "500 Internal Server Error", """{"code":20500}""", SendOutcome.TemporaryFailure, "20500"),
            Case(Twilio, "502 Bad Gateway", "<html>canary</html>", SendOutcome.Uncertain, "502"),
            Case(Twilio, "200 OK", "<html>canary: a portal's login</html>", SendOutcome.Uncertain, "no id"),
            Case(Twilio, "201 Created", """{"sid":"SM7""", SendOutcome.Uncertain, "no id"),
            Case(Twilio, "302 Found", "", SendOutcome.ChannelDown, "302"),
            Case(Twilio, "404 Not Found", "", SendOutcome.ChannelDown, "404"),
            Case(Vonage, "200 OK", """{"messages":[{"status":"0","message-id":"0A1"}]}""", SendOutcome.Sent, "0A1"),
            Case(Vonage, "200 OK", """{"messages":[{"status":"1","error-text":"canary"}]}""", SendOutcome.TemporaryFailure, "(200, 1)"),
            Case(Vonage, "200 OK", """{"messages":[{"status":"4"}]}""", SendOutcome.ChannelDown, "(200, 4)"),
            Case(Vonage, "200 OK", """{"messages":[{"status":"29"}]}""", SendOutcome.PermanentFailure, "(200, 29)"),
            Case(Vonage, "200 OK", "", SendOutcome.Uncertain, "no id"),
            Case(MessageBird, "201 Created", """{"id":"e8077d80"}""", SendOutcome.Sent, "e8077d80"),
            Case(
                MessageBird,
                "422 Unprocessable",
                """{"errors":[{"code":10,"description":"canary"}]}""",
                SendOutcome.PermanentFailure,
                "10"
            ),
            Case(MessageBird, "402 Payment Required", """{"errors":[{"code":25}]}""", SendOutcome.ChannelDown, "25"),
            Case(
                Sns,
                "200 OK",
                """<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>9-a</MessageId></PublishResult></PublishResponse>""",
                SendOutcome.Sent,
                "9-a"
            ),
            Case(
                Sns,
                "400 Bad Request",
                "<ErrorResponse><Error><Code>Throttling</Code></Error></ErrorResponse>",
                SendOutcome.TemporaryFailure,
                "Throttling"
            ),
            Case(
                Sns,
                "403 Forbidden",
                "<ErrorResponse><Error><Code>SignatureDoesNotMatch</Code></Error></ErrorResponse>",
                SendOutcome.ChannelDown,
                "Sig"
            ),
            Case(
                Sns,
                "400 Bad Request",
                "<ErrorResponse><Error><Code>InvalidParameter</Code></Error></ErrorResponse>",
                SendOutcome.PermanentFailure,
                "Inv"
            ),
            Case(Sns, "200 OK", "<!DOCTYPE a [<!ENTITY b 'canary'>]><MessageId>&b;</MessageId>", SendOutcome.Uncertain, "no id"),
            Case(Plain, "200 OK", "OK: 4711\n", SendOutcome.Sent, "4711"),
            Case(Plain, "200 OK", "ERR: 105, canary", SendOutcome.PermanentFailure, "105"),
            Case(Plain, "200 OK", "canary", SendOutcome.Uncertain, "no id"),
        ];

    [TestCaseSource(nameof(Answers))]
    public async Task An_answer_means(SmsGateway description, string status, string body, SendOutcome outcome, string says)
    {
        await using RawServer server = RawServer.Answering(status, "Retry-After: 7\r\n", body);
        using Gateway gateway = new(description, description == Plain ? server.Url + "?to={to}&text={text}" : server.Url);

        SendResult result = await gateway.SendAsync();

        Assert.That(result.Outcome, Is.EqualTo(outcome), result.Reason);
        Assert.That(result.Reference ?? result.Reason, Does.Contain(says).And.Not.Contain("canary"));
        Assert.That(result.RetryAfter, outcome is SendOutcome.TemporaryFailure ? Is.EqualTo(TimeSpan.FromSeconds(7)) : Is.Null);
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Each_gateway_is_sent_what_it_wants()
    {
        Assert.That(
            await SentAsync(Twilio),
            Is.EqualTo(
                "To=%2B393331234567&From=Lumen&Body=%C3%88%20qui%20%26%20%7Bto%7D&StatusCallback=https%3A%2F%2Flumen.example%2Freceipts%3Fa%3D1"
                    + " Basic QUMxOmNhbmFyeQ=="
            )
        );
        Assert.That(
            await SentAsync(Vonage),
            Is.EqualTo(
                "api_key=key&api_secret=canary&from=Lumen&to=393331234567&text=%C3%88%20qui%20%26%20%7Bto%7D&type=unicode&"
                    + "client-ref=00000000000000000000000000000001 "
            )
        );
        Assert.That(
            await SentAsync(MessageBird),
            Is.EqualTo(
                "originator=Lumen&recipients=393331234567&body=%C3%88%20qui%20%26%20%7Bto%7D&datacoding=auto&"
                    + "reference=00000000000000000000000000000001 AccessKey canary"
            )
        );
        Assert.That(
            await SentAsync(Sns),
            Does.StartWith("Action=Publish&Version=2010-03-31&PhoneNumber=%2B393331234567&Message=%C3%88%20qui%20%26%20%7Bto%7D&")
                .And.Contain("AWS4-HMAC-SHA256 Credential=AKID/")
        );
    }

    [Test]
    public async Task JSON_is_filled_in_its_strings_and_cannot_be_broken_out_of()
    {
        var json = new SmsGateway
        {
            Url = "https://sms.example/",
            Json = """{"to":["{to-digits}"],"n":1,"nested":{"text":"<{text}> {unknown}","flag":true,"none":null}}""",
            Credentials = SmsCredentials.Bearer("canary"),
        };
        await using RawServer server = RawServer.Answering("200 OK");
        using Gateway gateway = new(json, server.Url);

        SendResult result = await gateway.SendAsync(text: "\"},\"to\":[\"1\"] {to} \\");

        RawRequest request = server.Requests.Single();
        JsonElement body = JsonDocument.Parse(request.Body).RootElement;
        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.Sent));
        Assert.That(body.GetProperty("to")[0].GetString(), Is.EqualTo("393331234567"));
        Assert.That(body.GetProperty("nested").GetProperty("text").GetString(), Is.EqualTo("<\"},\"to\":[\"1\"] {to} \\> {unknown}"));
        Assert.That(request["Authorization"], Is.EqualTo("Bearer canary"));
    }

    [Test]
    public async Task A_plain_GET_has_its_values_encoded_and_is_never_made_again()
    {
        await using RawServer server = new(
            async (connection, seen) =>
            {
                seen.Requests.Enqueue(await connection.ReadAsync());
                await connection.AnswerAsync("200 OK", "", "OK: 1");
                seen.Requests.Enqueue(await connection.ReadAsync());
                connection.Reset();
            }
        );
        using Gateway gateway = new(Plain, server.Url + "?to={to}&text={text}&from={from}");

        SendResult first = await gateway.SendAsync(text: "a&to=+1 è {from}");
        SendResult overTheSameConnection = await gateway.SendAsync(text: "again");
        SendResult overANewOne;
        await using (
            RawServer resetting = new(
                async (connection, seen) =>
                {
                    seen.Requests.Enqueue(await connection.ReadAsync());
                    connection.Reset();
                }
            )
        )
        {
            using Gateway other = new(Plain, resetting.Url + "?to={to}&text={text}");
            overANewOne = await other.SendAsync();
            Assert.That(resetting.Requests, Has.Count.EqualTo(1));
        }

        Assert.That(
            server.Requests.First().Line,
            Is.EqualTo("GET /hook?to=%2B393331234567&text=a%26to%3D%2B1%20%C3%A8%20%7Bfrom%7D&from=Lumen HTTP/1.1")
        );
        Assert.That(
            (first.Outcome, overTheSameConnection.Outcome, overANewOne.Outcome),
            Is.EqualTo((SendOutcome.Sent, SendOutcome.Uncertain, SendOutcome.Uncertain))
        );
        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_long_text_costs_no_more_than_the_host_allows_and_says_so()
    {
        await using RawServer server = RawServer.Answering("200 OK", "", "OK: 1");
        using Gateway gateway = new(Plain, server.Url + "?to={to}&text={text}", sms => sms.MaxSegments = 2);

        SendResult fits = await gateway.SendAsync(text: new string('a', 306));
        SendResult tooLong = await gateway.SendAsync(text: new string('a', 306) + "b");
        SendResult otherAlphabet = await gateway.SendAsync(text: new string('a', 134) + "ж");

        Assert.That(fits.Outcome, Is.EqualTo(SendOutcome.Sent));
        Assert.That((tooLong.Outcome, otherAlphabet.Outcome), Is.EqualTo((SendOutcome.PermanentFailure, SendOutcome.PermanentFailure)));
        Assert.That(tooLong.Reason, Is.EqualTo("The text takes 3 parts, and SmsOptions.MaxSegments is 2. Shorten the template."));
        Assert.That(otherAlphabet.Reason, Does.Contain("3 parts (of 67 characters, as some are not in the SMS alphabet)"));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Numbers_are_read_by_the_customers_country_and_no_number_or_text_is_told()
    {
        await using RawServer server = RawServer.Answering("200 OK", "", "OK: 1");
        using Gateway gateway = new(
            Plain,
            server.Url + "?to={to}&text={text}",
            sms =>
            {
                sms.DefaultCountry = "IT";
                sms.CountryOf = message =>
                    message.Address switch
                    {
                        "0171 2345678" => "DE",
                        "+39 1" => throw new InvalidOperationException("canary"),
                        _ => null,
                    };
            }
        );

        SendResult[] results =
        [
            await gateway.SendAsync("333 1234567"),
            await gateway.SendAsync("0171 2345678"),
            await gateway.SendAsync("06 1234 5678", "canary"),
            await gateway.SendAsync("+39 1", "canary"),
            await gateway.SendAsync("", "canary"),
        ];

        Assert.That(
            results.Select(result => result.Outcome),
            Is.EqualTo(
                (SendOutcome[])
                    [
                        SendOutcome.Sent,
                        SendOutcome.Sent,
                        SendOutcome.PermanentFailure,
                        SendOutcome.TemporaryFailure,
                        SendOutcome.PermanentFailure,
                    ]
            )
        );
        Assert.That(
            server.Requests.Select(request => request.Line.Split('&')[0]),
            Is.EqualTo((string[])["GET /hook?to=%2B393331234567", "GET /hook?to=%2B491712345678"])
        );
        Assert.That(gateway.Log.Entries, Has.Count.EqualTo(3));
        Assert.That(
            string.Concat(results.Skip(2)) + string.Concat(gateway.Log.Entries),
            Does.Not.Contain("canary").And.Not.Contain("5678")
        );
    }

    [Test]
    public async Task No_gateway_there_is_the_channels_fault_and_no_answer_is_uncertain()
    {
        await using RawServer silent = new(
            async (connection, _) =>
            {
                await connection.ReadAsync();
                await Task.Delay(Timeout.Infinite);
            }
        );
        await using RawServer stalledAnswer = new(
            async (connection, _) =>
            {
                await connection.ReadAsync();
                await connection.WriteAsync("HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"sid\":");
                await Task.Delay(Timeout.Infinite);
            }
        );
        await using RawServer endless = new(
            async (connection, _) =>
            {
                await connection.ReadAsync();
                await connection.WriteAsync("HTTP/1.1 201 Created\r\n\r\n{\"sid\":\"");
                while (true)
                {
                    await connection.WriteAsync(new string('c', 65536));
                }
            }
        );
        string gone;
        await using (RawServer server = RawServer.Answering("200 OK"))
        {
            gone = server.Url;
        }

        var outcomes = new List<SendOutcome>();
        foreach (string url in (string[])[gone, silent.Url, stalledAnswer.Url, endless.Url])
        {
            using Gateway gateway = new(Twilio, url, sms => sms.Deadline = TimeSpan.FromMilliseconds(400));
            outcomes.Add((await gateway.SendAsync()).Outcome);
        }

        Assert.That(
            outcomes,
            Is.EqualTo((SendOutcome[])[SendOutcome.ChannelDown, SendOutcome.Uncertain, SendOutcome.Uncertain, SendOutcome.Uncertain])
        );
    }

    [TestCase("GET", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [TestCase("POST", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    public void AWSs_own_vectors_are_signed(string method, string signature)
    {
        var signer = new AwsSignature("us-east-1", "service", "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

        IReadOnlyList<(string Name, string Value)> headers = signer.Headers(
            method,
            new Uri("https://example.amazonaws.com/"),
            ReadOnlyMemory<byte>.Empty,
            new DateTimeOffset(2015, 8, 30, 12, 36, 0, TimeSpan.Zero)
        );

        Assert.That(headers.Last().Value, Does.EndWith($"SignedHeaders=host;x-amz-date, Signature={signature}"));
    }

    private static TestCaseData Case(SmsGateway gateway, string status, string body, SendOutcome outcome, string says) =>
        new TestCaseData(gateway, status, body, outcome, says).SetArgDisplayNames(NameOf(gateway), status, body, outcome.ToString());

    private static string NameOf(SmsGateway gateway) => new Uri(gateway.Url).Host;

    /// <summary>The body that a gateway is sent, and who we say that we are.</summary>
    private static async Task<string> SentAsync(SmsGateway description)
    {
        await using RawServer server = RawServer.Answering("200 OK");
        using Gateway gateway = new(description, server.Url);
        await gateway.SendAsync(text: "È qui & {to}");
        RawRequest request = server.Requests.Single();
        return $"{Encoding.UTF8.GetString(request.Body)} {request["Authorization"]}";
    }
}
