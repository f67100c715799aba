using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Smtp;
using CustomerTouchpoints.Email.Tests.Reading;
using CustomerTouchpoints.Email.Tests.Smtp;
using MimeKit;

namespace CustomerTouchpoints.Email.Tests.Cases;

/// <summary>Names and subjects come from data: whatever they look like, they are text, through a server and back.</summary>
public sealed class TextFromDataTests
{
    private SinkServer server = null!;
    private SmtpTransport transport = null!;

    private static readonly string[] Texts =
    [
        "Henry \"The Fonz\" Winkler",
        "AC\\DC Fan Club",
        "Bob \\",
        "Ana\" <boss@evil.example>, \"Costa",
        "=?utf-8?Q?Bank_Support?=",
        "=?utf-8?B?SGFja2Vk?=",
        "=?UTF-8?b?SGFja2Vk?= and more",
        "half =?utf-8?Q?a",
        "?==?utf-8?Q?a?=",
        "=?us-ascii?Q?a_?= =?us-ascii?Q?b?=",
        "=?utf-8?B?QQ0KQQ==?=",
        "Ana (the boss)",
        "boss@evil.example",
        "a, b; c: <d@e.example>",
        "\"",
        "\\\"",
        "Žofie \"Zoë\" =?utf-8?Q?x?=",
    ];

    [SetUp]
    public void Start()
    {
        server = new SinkServer();
        transport = Via.Plain(server.Port, options => options.MaxConnections = 1);
    }

    [TearDown]
    public void Stop()
    {
        transport.Dispose();
        server.Dispose();
    }

    [TestCaseSource(nameof(Texts))]
    public async Task A_name_and_a_subject_from_data_are_one_mailbox_and_text(string text)
    {
        OutgoingMessage message = Some.Message() with { Name = text, Content = Some.Message().Content with { Subject = text } };

        SendResult result = await Some.Sender(transport).SendAsync(message, CancellationToken.None);

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.Sent), result.Reason);
        byte[] bytes = server.Mails.Single();
        StrictMail strict = StrictMail.Read(bytes);
        Assert.That((strict.Mailbox("To"), strict.Subject), Is.EqualTo(((text, "ana@post.example"), text)));
        using MimeMessage lenient = await MimeMessage.LoadAsync(new MemoryStream(bytes));
        MailboxAddress to = lenient.To.Mailboxes.Single();
        Assert.That((to.Name, to.Address, lenient.Subject), Is.EqualTo((text, "ana@post.example", text)));
        Assert.That(server.Commands.Where(command => command.StartsWith("RCPT", StringComparison.Ordinal)), Has.Exactly(1).Items);
    }

    [Test]
    public async Task What_can_not_be_read_in_a_subject_keeps_no_connection_from_the_next()
    {
        for (int number = 1; number <= 8; number++)
        {
            OutgoingMessage message = Some.Message(number);
            string subject = number % 2 == 0 ? "=?utf-8?B?QQ0KQQ==?=" : "A\r\nA";
            SendResult result = await Some.Sender(transport)
                .SendAsync(message with { Content = message.Content with { Subject = subject } }, CancellationToken.None);
            Assert.That(result.Outcome, Is.EqualTo(SendOutcome.Sent), result.Reason);
        }

        Assert.That(server.Mails, Has.Count.EqualTo(8));
        Assert.That(
            server.Mails.Select(mail => StrictMail.Read(mail).Subject).Distinct(),
            Is.EquivalentTo((string[])["=?utf-8?B?QQ0KQQ==?=", "A A"])
        );
    }

    [TestCase("Ana\r\n", "Ana")]
    [TestCase("Ana\tCosta", "Ana Costa")]
    [TestCase("\u2028Ana\u0000", "Ana")]
    public async Task A_name_of_more_lines_becomes_one(string name, string shown)
    {
        SendResult result = await Some.Sender(transport).SendAsync(Some.Message() with { Name = name }, CancellationToken.None);

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.Sent), result.Reason);
        Assert.That(StrictMail.Read(server.Mails.Single()).Mailbox("To"), Is.EqualTo((shown, "ana@post.example")));
    }

    [TestCase("a..b@docomo.example", "a..b@docomo.example")]
    [TestCase("ab.@docomo.example", "ab.@docomo.example")]
    [TestCase(".ab@docomo.example", "\".ab\"@docomo.example")]
    [TestCase("  ana@post.example ", "ana@post.example")]
    [TestCase("ana@post.example\r\n", "ana@post.example")]
    [TestCase("\u200bana@post.example\u00a0", "ana@post.example")]
    [TestCase("ana@under_score.example", "ana@under_score.example")]
    [TestCase("\"ana costa\"@post.example", "\"ana costa\"@post.example")]
    [TestCase("ana@post.example.", "ana@post.example")]
    [TestCase("ana@münchen.example", "ana@xn--mnchen-3ya.example")]
    public async Task An_address_that_only_a_strict_grammar_refuses_is_tried(string address, string tried)
    {
        SendResult result = await Some.Sender(transport).SendAsync(Some.Message() with { Address = address }, CancellationToken.None);

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.Sent), result.Reason);
        Assert.That(server.Commands, Does.Contain($"RCPT TO:<{tried}>"));
        Assert.That(StrictMail.Read(server.Mails.Single()).Mailbox("To").Address, Is.EqualTo(tried));
    }

    [Test]
    public async Task An_address_that_can_not_be_tried_is_told_in_the_log()
    {
        RecordingLog log = new();

        SendResult result = await Some.Sender(transport, loggers: log)
            .SendAsync(Some.Message() with { Address = "ana costa@post.example" }, CancellationToken.None);

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.PermanentFailure));
        Assert.That(
            log.Entries.Single(),
            Does.StartWith(
                    "1501 Warning Touchpoint order/1~order-shipped~1~buyer~email can't be sent by email: The recipient's address has"
                )
                .And.Not.Contain("costa")
        );
    }

    [Test]
    public async Task An_address_in_another_script_is_tried_where_the_server_speaks_SMTPUTF8_and_told_where_it_does_not()
    {
        OutgoingMessage message = Some.Message() with { Address = "žofie@münchen.example", Name = "Žofie" };
        SendResult without = await Some.Sender(transport).SendAsync(message, CancellationToken.None);
        server.Extensions = ["SMTPUTF8", "8BITMIME"];
        using SmtpTransport another = Via.Plain(server.Port);
        SendResult with = await Some.Sender(another).SendAsync(message, CancellationToken.None);
        SendResult plain = await Some.Sender(another).SendAsync(message with { Address = "ana@münchen.example" }, CancellationToken.None);

        Assert.That(
            (without.Outcome, without.Reason),
            Is.EqualTo((SendOutcome.PermanentFailure, "The address needs SMTPUTF8, which the server does not speak."))
        );
        Assert.That((with.Outcome, plain.Outcome), Is.EqualTo((SendOutcome.Sent, SendOutcome.Sent)), with.Reason);
        string[] commands = [.. server.Commands.Select(Utf8)];
        Assert.That(commands, Does.Contain("RCPT TO:<žofie@münchen.example>").And.Contain("RCPT TO:<ana@xn--mnchen-3ya.example>"));
        Assert.That(
            commands.Where(command => command.StartsWith("MAIL", StringComparison.Ordinal)),
            Is.EqualTo((string[])["MAIL FROM:<hello@lumen.example> SMTPUTF8", "MAIL FROM:<hello@lumen.example>"])
        );
        Assert.That(
            Utf8(System.Text.Encoding.Latin1.GetString(server.Mails.First())),
            Does.Contain("\r\nTo: =?utf-8?B?xb1vZmll?= <žofie@xn--mnchen-3ya.example>\r\n")
        );
    }

    private static string Utf8(string bytes) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(bytes));
}
