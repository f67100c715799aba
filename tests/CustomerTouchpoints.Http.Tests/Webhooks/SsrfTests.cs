using System.Net;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Http.Tests.Wires;
using CustomerTouchpoints.Http.Wires;

namespace CustomerTouchpoints.Http.Tests.Webhooks;

/// <summary>Endpoints come from strangers: nobody makes us connect to what is not public.</summary>
public sealed class SsrfTests
{
    private static readonly IPAddress Public = IPAddress.Parse("93.184.215.14");

    [Test]
    public async Task Three_hundred_targets_are_refused_for_good_without_a_connection()
    {
        using Webhook webhook = new(options => options.AllowLoopback = false);
        var let = new List<string>();
        foreach (string url in SsrfTargets.Urls)
        {
            SendResult result = await webhook.Sender.SendAsync(Some.Message(url), CancellationToken.None);
            if (result.Outcome is not SendOutcome.PermanentFailure)
            {
                let.Add($"{url}: {result}");
            }
        }

        Assert.That(SsrfTargets.Urls.Distinct().Count(), Is.EqualTo(SsrfTargets.Urls.Count).And.GreaterThanOrEqualTo(300));
        Assert.That(let, Is.Empty);
    }

    [Test]
    public async Task A_name_that_leads_to_one_of_them_is_refused_even_beside_a_public_address()
    {
        IPAddress[] answer = [];
        int asked = 0;
        using Webhook webhook = new(
            options => options.AllowLoopback = false,
            (_, _) =>
            {
                asked++;
                return Task.FromResult(answer);
            }
        );
        var let = new List<string>();
        foreach (string address in SsrfTargets.Addresses)
        {
            foreach (
                IPAddress[] each in (IPAddress[][])
                    [
                        [IPAddress.Parse(address)],
                        [Public, IPAddress.Parse(address)],
                    ]
            )
            {
                answer = each;
                SendResult result = await webhook.Sender.SendAsync(Some.Message("https://hooks.partner.example/a"), CancellationToken.None);
                if (result.Outcome is not SendOutcome.PermanentFailure || result.Reason!.Contains(address, StringComparison.Ordinal))
                {
                    let.Add($"{address}: {result}");
                }
            }
        }

        Assert.That(asked, Is.EqualTo(2 * SsrfTargets.Addresses.Count).And.GreaterThanOrEqualTo(300));
        Assert.That(let, Is.Empty);
    }

    [Test]
    public async Task A_name_that_flips_between_checks_is_asked_once_and_its_checked_address_is_the_one_connected_to()
    {
        // The first answer is the only one that is looked at, and the only one that is used.
        await using RawServer server = RawServer.Answering("200 OK");
        int asked = 0;
        var flipping = new Func<string, CancellationToken, Task<IPAddress[]>>(
            (_, _) => Task.FromResult<IPAddress[]>([asked++ == 0 ? IPAddress.Loopback : IPAddress.Parse("127.0.0.2")])
        );
        using Wire wire = new(new DialRule(AllowsAll: false, AllowsLoopback: true, []), TimeProvider.System, flipping);

        WireOutcome outcome = await wire.SendAsync(RequestTo(server), CancellationToken.None);

        Assert.That(outcome.Answer?.Status, Is.EqualTo(200));
        Assert.That(asked, Is.EqualTo(1));
        Assert.That(server.Requests.Single()["Host"], Is.EqualTo($"hooks.partner.example:{server.Port}"));
    }

    [Test]
    public async Task A_name_that_flips_to_this_machine_after_its_first_message_is_refused_at_the_next_connection()
    {
        await using RawServer server = new(
            async (connection, seen) =>
            {
                seen.Requests.Enqueue(await connection.ReadAsync());
                await connection.AnswerAsync("200 OK", "Connection: close\r\n");
            }
        );
        int asked = 0;
        using Wire wire = new(
            new DialRule(AllowsAll: false, AllowsLoopback: false, [IPNetwork.Parse("127.0.0.1/32")]),
            TimeProvider.System,
            (_, _) => Task.FromResult<IPAddress[]>([asked++ == 0 ? IPAddress.Loopback : IPAddress.Parse("127.0.0.2")])
        );
        WireRequest request = RequestTo(server);

        WireOutcome first = await wire.SendAsync(request, CancellationToken.None);
        WireOutcome second = await wire.SendAsync(request, CancellationToken.None);

        Assert.That(first.Answer?.Status, Is.EqualTo(200));
        Assert.That((second.Answer, second.Fault), Is.EqualTo((default(WireAnswer), WireFault.Refused)));
        Assert.That(server.Connections, Is.EqualTo(1));
    }

    [TestCase("93.184.215.14")]
    [TestCase("8.8.8.8")]
    [TestCase("172.15.255.255")]
    [TestCase("172.32.0.1")]
    [TestCase("100.128.0.1")]
    [TestCase("192.0.1.1")]
    [TestCase("223.255.255.254")]
    [TestCase("::ffff:8.8.8.8")]
    [TestCase("64:ff9b::8.8.8.8")]
    [TestCase("2606:4700:4700::1111")]
    [TestCase("2001:4860:4860::8888")]
    [TestCase("2a00:1450:4001::200e")]
    public void Public_addresses_are_let_through(string address) => Assert.That(PublicAddress.WhyNot(IPAddress.Parse(address)), Is.Null);

    [Test]
    public async Task The_processs_proxy_is_not_asked()
    {
        await using RawServer proxy = RawServer.Answering("200 OK");
        await using RawServer server = RawServer.Answering("200 OK");
        IWebProxy before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy($"http://127.0.0.1:{proxy.Port}", BypassOnLocal: false);
        try
        {
            using Wire wire = new(
                new DialRule(AllowsAll: false, AllowsLoopback: true, []),
                TimeProvider.System,
                (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback])
            );
            await wire.SendAsync(RequestTo(server), CancellationToken.None);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        Assert.That((proxy.Connections, server.Requests.Count), Is.EqualTo((0, 1)));
    }

    private static WireRequest RequestTo(RawServer server) =>
        new()
        {
            Url = new Uri($"http://hooks.partner.example:{server.Port}/hook"),
            Body = ("{}"u8.ToArray(), "application/json"),
            Deadline = TimeSpan.FromSeconds(5),
        };
}
