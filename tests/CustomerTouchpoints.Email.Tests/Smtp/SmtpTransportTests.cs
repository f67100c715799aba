using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Smtp;
using CustomerTouchpoints.Email.Tests.Reading;
using CustomerTouchpoints.Testing;

namespace CustomerTouchpoints.Email.Tests.Smtp;

/// <summary>What the transport does and says, through a real server.</summary>
public sealed class SmtpTransportTests
{
    private MailServer server = null!;

    [SetUp]
    public void Start()
    {
        server = new MailServer();
    }

    [TearDown]
    public void Stop() => server.Dispose();

    [TestCase("<p>Grüße</p>")]
    [TestCase(null)]
    public async Task Every_byte_arrives_as_it_was_composed(string? html)
    {
        EmailMessage email = Some.Email(
            Some.Message() with
            {
                Name = "Žofie \"Zoë\", Müller",
                Content = Some.Message().Content with
                {
                    Subject = "Grüße =?x",
                    Text = ".\r\n..dots\nand  blanks \n",
                    Html = html,
                    ReplyTo = new MessageAddress("help@lumen.example", "Help"),
                },
            }
        );
        using SmtpTransport transport = Via.Tls(server);

        SendResult result = await transport.SendAsync(email, CancellationToken.None);

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.Sent));
        string arrived = System.Text.Encoding.Latin1.GetString(server.Delivered(1)[0]);
        Assert.That(arrived, Does.EndWith("\r\n" + System.Text.Encoding.Latin1.GetString(email.ToBytes())));
        Assert.That(server.Accepted, Is.EqualTo((string[])[email.MessageId]));
    }

    [Test]
    public async Task TLS_may_begin_with_the_first_byte()
    {
        using MailServer secure = new(fromTheFirstByte: true);
        using SmtpTransport transport = Via.Tls(secure, options => options.ImplicitTls = true);
        using SmtpTransport without = Via.Tls(secure, options => (options.ImplicitTls, options.Deadline) = (null, TimeSpan.FromSeconds(2)));

        SendResult result = await transport.SendAsync(Some.Email(Some.Message()), CancellationToken.None);
        SendResult waiting = await without.SendAsync(Some.Email(Some.Message()), CancellationToken.None);

        Assert.That((result.Outcome, secure.Accepted.Count), Is.EqualTo((SendOutcome.Sent, 1)), result.Reason);
        Assert.That(
            (waiting.Outcome, waiting.Reason),
            Is.EqualTo((SendOutcome.ChannelDown, "The server did not answer in time.")),
            "Both wait for the other to begin."
        );
    }

    [Test]
    public async Task A_token_logs_in_and_is_asked_for_with_each_connection()
    {
        int asked = 0;
        using SmtpTransport transport = Via.Tls(
            server,
            options =>
            {
                options.Password = null;
                options.AccessToken = _ => ValueTask.FromResult(++asked == 1 ? MailServer.Token : "stale");
                options.KeepOpen = TimeSpan.Zero;
            }
        );

        SendResult first = await transport.SendAsync(Some.Email(Some.Message(1)), CancellationToken.None);
        SendResult second = await transport.SendAsync(Some.Email(Some.Message(2)), CancellationToken.None);

        Assert.That((first.Outcome, asked), Is.EqualTo((SendOutcome.Sent, 2)), first.Reason);
        Assert.That(second.Outcome, Is.EqualTo(SendOutcome.ChannelDown));
        Assert.That(second.Reason, Does.Contain("refuses the login (535").And.Not.Contain("stale"));
    }

    [Test]
    public async Task A_message_that_is_larger_than_the_server_says_is_not_offered()
    {
        using Cases.SinkServer sink = new() { Extensions = ["SIZE 3000"] };
        using SmtpTransport transport = Via.Plain(sink.Port);
        OutgoingMessage large = Some.Message() with { Content = Some.Message().Content with { Text = new string('x', 3000) } };

        SendResult result = await transport.SendAsync(Some.Email(large), CancellationToken.None);
        SendResult next = await transport.SendAsync(Some.Email(Some.Message(2)), CancellationToken.None);

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.PermanentFailure));
        Assert.That(result.Reason, Does.Match(@"^The message has \d{4} bytes, and the server takes 3000 at most\.$"));
        Assert.That((next.Outcome, sink.Mails.Count, sink.Connections), Is.EqualTo((SendOutcome.Sent, 1, 1)));
        Assert.That(sink.Commands, Does.Contain($"MAIL FROM:<hello@lumen.example> SIZE={Some.Email(Some.Message(2)).ToBytes().Length}"));
    }

    [Test]
    public async Task The_envelope_has_a_sender_of_its_own_for_each_message()
    {
        using Cases.SinkServer sink = new();
        using SmtpTransport transport = Via.Plain(sink.Port);
        EmailOptions options = Some.Options();
        foreach (string path in (string[])["bounces@lumen.example", "b+{id}@lumen.example", "b+{recipient}@lumen.example"])
        {
            options.ReturnPath = path;
            await transport.SendAsync(Some.Email(Some.Message(7), options), CancellationToken.None);
        }

        Assert.That(
            sink.Commands.Where(command => command.StartsWith("MAIL", StringComparison.Ordinal)),
            Is.EqualTo(
                (string[])
                    [
                        "MAIL FROM:<bounces@lumen.example>",
                        "MAIL FROM:<b+00000000000000000000000000000007@lumen.example>",
                        "MAIL FROM:<b+ana=post.example@lumen.example>",
                    ]
            )
        );
        Assert.That(
            sink.Mails.Select(mail => StrictMail.Read(mail).Mailbox("From").Address).Distinct(),
            Is.EqualTo((string[])["hello@lumen.example"])
        );
    }

    [TestCase("nobody@post.example", "Hello", SendOutcome.PermanentFailure, "The server refused the recipient (550 5.1.1).")]
    [TestCase("later@post.example", "Hello", SendOutcome.TemporaryFailure, "The server put off the recipient (451 4.2.0).")]
    [TestCase("ana@post.example", "spam", SendOutcome.PermanentFailure, "The server refused the message (550 5.7.1).")]
    public async Task What_the_server_refuses_is_told_by_its_code_and_without_its_words(
        string to,
        string subject,
        SendOutcome outcome,
        string reason
    )
    {
        OutgoingMessage message = Some.Message() with { Address = to, Content = Some.Message().Content with { Subject = subject } };
        using SmtpTransport transport = Via.Tls(server);
        await transport.SendAsync(Some.Email(Some.Message(3)), CancellationToken.None);

        SendResult result = await transport.SendAsync(Some.Email(message), CancellationToken.None);

        Assert.That((result.Outcome, result.Reason), Is.EqualTo((outcome, reason)));
        Assert.That(
            (await transport.SendAsync(Some.Email(Some.Message(2)), CancellationToken.None)).Outcome,
            Is.EqualTo(SendOutcome.Sent),
            "The next one goes out."
        );
    }

    [Test]
    public async Task What_no_message_would_get_past_is_a_channel_that_is_down()
    {
        using MailServer clear = new(tls: false, login: false);
        using MailServer unknown = new();
        (SmtpTransport Transport, string Reason)[] cases =
        [
            (Via.Tls(server, options => options.Password = "wrong"), "refuses the login (535"),
            (Via.Tls(server, options => options.Host = "127.0.0.1"), "certificate is not for 127.0.0.1"),
            (Via.Tls(server, options => options.TrustedCertificates.Clear()), "certificate is not trusted"),
            (Via.Tls(server, unknown.Port), "certificate is not trusted"),
            (Via.Tls(clear), "does not offer STARTTLS"),
            (Via.Plain(MailServer.FreePort()), "can't be reached (ConnectionRefused)"),
            (Via.Plain(25, options => options.Host = "no.such.host.invalid"), "can't be reached (HostNotFound)"),
            (Via.Plain(server.Port), "taken nothing else from us"),
        ];
        foreach ((SmtpTransport transport, string reason) in cases)
        {
            using (transport)
            {
                SendResult result = await transport.SendAsync(Some.Email(Some.Message()), CancellationToken.None);
                Assert.That(result.Outcome, Is.EqualTo(SendOutcome.ChannelDown), result.Reason);
                Assert.That(result.Reason, Does.Contain(reason));
            }
        }
    }

    [Test]
    public async Task A_refusal_that_does_not_name_the_address_is_believed_once_between_two_messages_that_went_out()
    {
        using SmtpTransport transport = Via.Tls(server);
        var outcomes = new List<SendOutcome>();
        foreach (string subject in (string[])["spam", "hello", "spam", "spam"])
        {
            OutgoingMessage message = Some.Message() with { Content = Some.Message().Content with { Subject = subject } };
            outcomes.Add((await transport.SendAsync(Some.Email(message), CancellationToken.None)).Outcome);
        }

        Assert.That(
            outcomes,
            Is.EqualTo((SendOutcome[])[SendOutcome.ChannelDown, SendOutcome.Sent, SendOutcome.PermanentFailure, SendOutcome.ChannelDown])
        );
    }

    [Test]
    public async Task A_connection_is_used_again_and_replaced_when_the_server_has_closed_it()
    {
        using MailServer plain = new(tls: false, login: false);
        using CuttingProxy proxy = new(plain.Port);
        using SmtpTransport transport = Via.Plain(proxy.Port);
        foreach (int number in Enumerable.Range(1, 5))
        {
            Assert.That(
                (await transport.SendAsync(Some.Email(Some.Message(number)), CancellationToken.None)).Outcome,
                Is.EqualTo(SendOutcome.Sent)
            );
        }

        Assert.That(proxy.Connections, Is.EqualTo(1));

        proxy.EndAll();
        Assert.That((await transport.SendAsync(Some.Email(Some.Message(6)), CancellationToken.None)).Outcome, Is.EqualTo(SendOutcome.Sent));
        Assert.That((proxy.Connections, plain.Accepted.Count), Is.EqualTo((2, 6)));
    }

    [Test]
    public async Task An_idle_connection_is_not_used_again()
    {
        using MailServer plain = new(tls: false, login: false);
        using CuttingProxy proxy = new(plain.Port);
        var time = new VirtualTime();
        using SmtpTransport transport = Via.Plain(proxy.Port, options => options.KeepOpen = TimeSpan.FromSeconds(15), time);
        await transport.SendAsync(Some.Email(Some.Message(1)), CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(15));
        await transport.SendAsync(Some.Email(Some.Message(2)), CancellationToken.None);

        Assert.That((proxy.Connections, plain.Accepted.Count), Is.EqualTo((2, 2)));
    }

    [Test]
    public async Task No_more_connections_are_open_at_once_than_allowed()
    {
        using MailServer plain = new(tls: false, login: false);
        using CuttingProxy proxy = new(plain.Port);
        using SmtpTransport transport = Via.Plain(proxy.Port, options => options.MaxConnections = 2);

        SendResult[] results = await Task.WhenAll(
            Enumerable.Range(1, 12).Select(number => transport.SendAsync(Some.Email(Some.Message(number)), CancellationToken.None))
        );

        Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo(SendOutcome.Sent));
        Assert.That(proxy.MostAtOnce, Is.EqualTo(2));
        Assert.That(plain.Accepted, Has.Count.EqualTo(12));
    }

    [Test]
    public async Task A_deadline_is_temporary_before_the_message_left_and_uncertain_after()
    {
        using MailServer plain = new(tls: false, login: false);
        int greeted = await BytesOfServerAsync(plain, "MAIL FROM");
        int handedOver = await BytesOfServerAsync(plain, "\r\n.\r\n");
        foreach (
            (int held, SendOutcome outcome, int accepted) in (IEnumerable<(int, SendOutcome, int)>)
                [(greeted, SendOutcome.TemporaryFailure, 2), (handedOver, SendOutcome.Uncertain, 3)]
        )
        {
            using CuttingProxy proxy = new(plain.Port) { AfterFromServer = held, Hold = true };
            var time = new VirtualTime();
            using SmtpTransport transport = Via.Plain(proxy.Port, options => options.Deadline = TimeSpan.FromSeconds(20), time);
            Task<SendResult> sending = transport.SendAsync(Some.Email(Some.Message()), CancellationToken.None);
            await proxy.Struck.Task;
            time.Advance(TimeSpan.FromSeconds(20));

            Assert.That((await sending).Outcome, Is.EqualTo(outcome), (await sending).Reason);
            Assert.That(plain.Accepted, Has.Count.EqualTo(accepted), "What the server holds.");
        }
    }

    /// <summary>How many bytes the server has said, when the client comes to a point of the session.</summary>
    private static async Task<int> BytesOfServerAsync(MailServer plain, string point)
    {
        using CuttingProxy proxy = new(plain.Port);
        using (SmtpTransport transport = Via.Plain(proxy.Port))
        {
            await transport.SendAsync(Some.Email(Some.Message()), CancellationToken.None);
        }

        string[] replies = [.. proxy.FromServer.Split('\n').Select(line => line + "\n")];
        int untilMail =
            replies.TakeWhile(line => !line.StartsWith("250 ", StringComparison.Ordinal)).Sum(line => line.Length)
            + replies.First(line => line.StartsWith("250 ", StringComparison.Ordinal)).Length;
        return point == "MAIL FROM"
            ? untilMail
            : replies.TakeWhile(line => !line.StartsWith("354", StringComparison.Ordinal)).Sum(line => line.Length)
                + replies.First(line => line.StartsWith("354", StringComparison.Ordinal)).Length;
    }
}
