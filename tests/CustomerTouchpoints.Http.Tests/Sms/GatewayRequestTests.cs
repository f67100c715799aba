using System.Text;
using System.Text.Json;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Http.Sms;
using CustomerTouchpoints.Http.Tests.Wires;

namespace CustomerTouchpoints.Http.Tests.Sms;

/// <summary>What each gateway is sent.</summary>
public sealed class GatewayRequestTests
{
    [Test]
    public async Task Each_gateway_is_sent_what_it_wants()
    {
        Assert.That(
            await SentAsync(Gateways.Twilio),
            Is.EqualTo(
                "To=%2B393331234567&From=Lumen&Body=%C3%88%20qui%20%26%20%7Bto%7D&"
                    + "StatusCallback=https%3A%2F%2Flumen.example%2Freceipts%3Fa%3D1"
                    + " Basic QUMxOmNhbmFyeQ=="
            )
        );
        Assert.That(
            await SentAsync(Gateways.Vonage),
            Is.EqualTo(
                "api_key=key&api_secret=canary&from=Lumen&to=393331234567&text=%C3%88%20qui%20%26%20%7Bto%7D&type=unicode&"
                    + "client-ref=00000000000000000000000000000001 "
            )
        );
        Assert.That(
            await SentAsync(Gateways.MessageBird),
            Is.EqualTo(
                "originator=Lumen&recipients=393331234567&body=%C3%88%20qui%20%26%20%7Bto%7D&datacoding=auto&"
                    + "reference=00000000000000000000000000000001 AccessKey canary"
            )
        );
        Assert.That(
            await SentAsync(Gateways.Sns),
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
        using Gateway gateway = new(Gateways.Plain, server.Url + "?to={to}&text={text}&from={from}");

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
            using Gateway other = new(Gateways.Plain, resetting.Url + "?to={to}&text={text}");
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

        Assert.That(headers[^1].Value, Does.EndWith($"SignedHeaders=host;x-amz-date, Signature={signature}"));
    }

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
