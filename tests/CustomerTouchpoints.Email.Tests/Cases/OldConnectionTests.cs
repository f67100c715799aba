using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Smtp;
using CustomerTouchpoints.Email.Tests.Smtp;

namespace CustomerTouchpoints.Email.Tests.Cases;

/// <summary>A server that has had enough of a connection, and says so: no message loses a try by it, and the channel is not down.</summary>
public sealed class OldConnectionTests
{
    [TestCase("451 4.4.2 Timeout")]
    [TestCase("421 4.4.2 Timeout")]
    [TestCase("554 5.4.0 Idle for too long")]
    [TestCase("221 Bye")]
    [TestCase("gone")]
    public async Task A_server_that_hangs_up_an_idle_connection_gets_the_next_mail_over_a_new_one(string reply)
    {
        using SinkServer server = new() { Idle = TimeSpan.FromMilliseconds(150), IdleReply = reply };
        using SmtpTransport transport = Via.Plain(server.Port, options => options.KeepOpen = TimeSpan.FromMinutes(1));
        Assert.That(await SendAsync(transport, 1), Is.EqualTo(SendOutcome.Sent));
        MailServer.WaitUntil(() => server.HungUp == 1, "the server to hang up");

        Assert.That(await SendAsync(transport, 2), Is.EqualTo(SendOutcome.Sent));

        Assert.That((server.Mails.Count, server.Connections), Is.EqualTo((2, 2)));
    }

    [TestCase("MAIL", "421 Too many", true)]
    [TestCase("MAIL", "421 4.7.0 Too many", true)]
    [TestCase("MAIL", "451 Too many messages in this session", true)]
    [TestCase("MAIL", "450 4.7.1 Too many", false)]
    [TestCase("MAIL", "554 Too many messages", false)]
    [TestCase("RCPT", "452 4.5.3 Too many recipients", false)]
    [TestCase("RCPT", "421 4.7.0 Too many", true)]
    [TestCase("DATA", "421 Too many", true)]
    [TestCase("DATA", "451 4.3.2 Too many", false)]
    public async Task A_server_that_takes_so_many_mails_over_a_connection_gets_all_of_them(string at, string reply, bool ends)
    {
        using SinkServer server = new()
        {
            Most = 5,
            MostAt = at,
            MostReply = reply,
            MostEnds = ends,
        };
        using SmtpTransport transport = Via.Plain(server.Port);

        SendOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(1, 120).Select(number => SendAsync(transport, number)));

        Assert.That(outcomes, Is.All.EqualTo(SendOutcome.Sent));
        Assert.That(server.Mails, Has.Count.EqualTo(120));
        Assert.That(server.Connections, Is.InRange(24, 30));
    }

    [Test]
    public async Task A_server_that_takes_fewer_connections_gets_all_mail_over_those()
    {
        using SinkServer server = new() { MostConnections = 2 };
        using SmtpTransport transport = Via.Plain(server.Port, options => options.MaxConnections = 8);

        SendOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(1, 60).Select(number => SendAsync(transport, number)));

        Assert.That(outcomes, Is.All.EqualTo(SendOutcome.Sent));
        Assert.That(server.Connections, Is.LessThanOrEqualTo(16), "It was not asked again and again.");
    }

    [Test]
    public async Task What_a_new_connection_says_counts()
    {
        using SinkServer server = new()
        {
            Most = 0,
            MostAt = "MAIL",
            MostReply = "421 4.3.2 Closing",
        };
        using SmtpTransport transport = Via.Plain(server.Port);

        SendResult result = await transport.SendAsync(Some.Email(Some.Message()), CancellationToken.None);

        Assert.That((result.Outcome, result.Reason), Is.EqualTo((SendOutcome.ChannelDown, "The server is closing (421 4.3.2).")));
        Assert.That(server.Connections, Is.EqualTo(1));
    }

    [Test]
    public async Task A_connection_carries_no_more_mails_than_its_option_says()
    {
        using SinkServer server = new();
        using SmtpTransport transport = Via.Plain(server.Port, options => options.MaxMessagesPerConnection = 3);
        for (int number = 1; number <= 7; number++)
        {
            await SendAsync(transport, number);
        }

        Assert.That((server.Connections, server.Mails.Count), Is.EqualTo((3, 7)));
    }

    [Test]
    public async Task An_endless_banner_is_broken_off()
    {
        using SinkServer server = new() { Greeting = string.Concat(Enumerable.Repeat("220-still not done\r\n", 100_000)) + "220 sink" };
        using SmtpTransport transport = Via.Plain(server.Port);

        SendResult result = await transport.SendAsync(Some.Email(Some.Message()), CancellationToken.None);

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.ChannelDown), result.Reason);
        Assert.That(server.Mails, Is.Empty);
    }

    private static async Task<SendOutcome> SendAsync(SmtpTransport transport, int number) =>
        (await transport.SendAsync(Some.Email(Some.Message(number)), CancellationToken.None)).Outcome;
}
