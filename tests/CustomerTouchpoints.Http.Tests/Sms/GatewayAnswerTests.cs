using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Http.Sms;
using CustomerTouchpoints.Http.Tests.Wires;

namespace CustomerTouchpoints.Http.Tests.Sms;

/// <summary>What each gateway's answers mean.</summary>
public sealed class GatewayAnswerTests
{
    private static IEnumerable<TestCaseData> Answers =>
        [
            Case(Gateways.Twilio, "201 Created", """{"sid":"SM7","status":"queued","error_code":null}""", SendOutcome.Sent, "SM7"),
            Case(Gateways.Twilio, "400 Bad Request", """{"code":21211,"message":"canary"}""", SendOutcome.PermanentFailure, "21211"),
            Case(Gateways.Twilio, "400 Bad Request", """{"code":21606}""", SendOutcome.ChannelDown, "21606"),
            Case(Gateways.Twilio, "401 Unauthorized", """{"code":20003}""", SendOutcome.ChannelDown, "20003"),
            Case(Gateways.Twilio, "429 Too Many Requests", """{"code":20429}""", SendOutcome.TemporaryFailure, "20429"),
            Case(Gateways.Twilio, "503 Service Unavailable", "", SendOutcome.TemporaryFailure, "503"),
            Case(Gateways.Twilio, "500 Internal Server Error", """{"code":20500}""", SendOutcome.TemporaryFailure, "20500"),
            Case(Gateways.Twilio, "502 Bad Gateway", "<html>canary</html>", SendOutcome.Uncertain, "502"),
            Case(Gateways.Twilio, "200 OK", "<html>canary: a portal's login</html>", SendOutcome.Uncertain, "no id"),
            Case(Gateways.Twilio, "201 Created", """{"sid":"SM7""", SendOutcome.Uncertain, "no id"),
            Case(Gateways.Twilio, "302 Found", "", SendOutcome.ChannelDown, "302"),
            Case(Gateways.Twilio, "404 Not Found", "", SendOutcome.ChannelDown, "404"),
            Case(Gateways.Vonage, "200 OK", """{"messages":[{"status":"0","message-id":"0A1"}]}""", SendOutcome.Sent, "0A1"),
            Case(
                Gateways.Vonage,
                "200 OK",
                """{"messages":[{"status":"1","error-text":"canary"}]}""",
                SendOutcome.TemporaryFailure,
                "(200, 1)"
            ),
            Case(Gateways.Vonage, "200 OK", """{"messages":[{"status":"4"}]}""", SendOutcome.ChannelDown, "(200, 4)"),
            Case(Gateways.Vonage, "200 OK", """{"messages":[{"status":"29"}]}""", SendOutcome.PermanentFailure, "(200, 29)"),
            Case(Gateways.Vonage, "200 OK", "", SendOutcome.Uncertain, "no id"),
            Case(Gateways.MessageBird, "201 Created", """{"id":"e8077d80"}""", SendOutcome.Sent, "e8077d80"),
            Case(
                Gateways.MessageBird,
                "422 Unprocessable",
                """{"errors":[{"code":10,"description":"canary"}]}""",
                SendOutcome.PermanentFailure,
                "10"
            ),
            Case(Gateways.MessageBird, "402 Payment Required", """{"errors":[{"code":25}]}""", SendOutcome.ChannelDown, "25"),
            Case(
                Gateways.Sns,
                "200 OK",
                """<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>"""
                    + "<MessageId>9-a</MessageId></PublishResult></PublishResponse>",
                SendOutcome.Sent,
                "9-a"
            ),
            Case(
                Gateways.Sns,
                "400 Bad Request",
                "<ErrorResponse><Error><Code>Throttling</Code></Error></ErrorResponse>",
                SendOutcome.TemporaryFailure,
                "Throttling"
            ),
            Case(
                Gateways.Sns,
                "403 Forbidden",
                "<ErrorResponse><Error><Code>SignatureDoesNotMatch</Code></Error></ErrorResponse>",
                SendOutcome.ChannelDown,
                "Sig"
            ),
            Case(
                Gateways.Sns,
                "400 Bad Request",
                "<ErrorResponse><Error><Code>InvalidParameter</Code></Error></ErrorResponse>",
                SendOutcome.PermanentFailure,
                "Inv"
            ),
            Case(Gateways.Sns, "200 OK", "<!DOCTYPE a [<!ENTITY b 'canary'>]><MessageId>&b;</MessageId>", SendOutcome.Uncertain, "no id"),
            Case(Gateways.Plain, "200 OK", "OK: 4711\n", SendOutcome.Sent, "4711"),
            Case(Gateways.Plain, "200 OK", "ERR: 105, canary", SendOutcome.PermanentFailure, "105"),
            Case(Gateways.Plain, "200 OK", "canary", SendOutcome.Uncertain, "no id"),
        ];

    [TestCaseSource(nameof(Answers))]
    public async Task An_answer_means(SmsGateway description, string status, string body, SendOutcome outcome, string says)
    {
        await using RawServer server = RawServer.Answering(status, "Retry-After: 7\r\n", body);
        using Gateway gateway = new(description, description == Gateways.Plain ? server.Url + "?to={to}&text={text}" : server.Url);

        SendResult result = await gateway.SendAsync();

        Assert.That(result.Outcome, Is.EqualTo(outcome), result.Reason);
        Assert.That(result.Reference ?? result.Reason, Does.Contain(says).And.Not.Contain("canary"));
        Assert.That(result.RetryAfter, outcome is SendOutcome.TemporaryFailure ? Is.EqualTo(TimeSpan.FromSeconds(7)) : Is.Null);
        Assert.That(server.Requests, Has.Count.EqualTo(1));
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
            using Gateway gateway = new(Gateways.Twilio, url, sms => sms.Deadline = TimeSpan.FromMilliseconds(400));
            outcomes.Add((await gateway.SendAsync()).Outcome);
        }

        Assert.That(
            outcomes,
            Is.EqualTo((SendOutcome[])[SendOutcome.ChannelDown, SendOutcome.Uncertain, SendOutcome.Uncertain, SendOutcome.Uncertain])
        );
    }

    private static TestCaseData Case(SmsGateway gateway, string status, string body, SendOutcome outcome, string says) =>
        new TestCaseData(gateway, status, body, outcome, says).SetArgDisplayNames(NameOf(gateway), status, body, outcome.ToString());

    private static string NameOf(SmsGateway gateway) => new Uri(gateway.Url).Host;
}
