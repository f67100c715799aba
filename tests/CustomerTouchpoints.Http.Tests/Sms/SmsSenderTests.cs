using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Http.Tests.Wires;

namespace CustomerTouchpoints.Http.Tests.Sms;

/// <summary>What is looked at before a gateway is asked.</summary>
public sealed class SmsSenderTests
{
    [Test]
    public async Task A_long_text_costs_no_more_than_the_host_allows_and_says_so()
    {
        await using RawServer server = RawServer.Answering("200 OK", "", "OK: 1");
        using Gateway gateway = new(Gateways.Plain, server.Url + "?to={to}&text={text}", sms => sms.MaxSegments = 2);

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
            Gateways.Plain,
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
}
