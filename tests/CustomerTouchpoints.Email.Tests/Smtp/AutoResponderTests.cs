using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Smtp;
using CustomerTouchpoints.Email.Tests.Reading;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CustomerTouchpoints.Email.Tests.Smtp;

/// <summary>Our answering desk meets other machines through a real server: they do not talk to each other for long.</summary>
public sealed class AutoResponderTests
{
    private const string Desk = "desk@lumen.example";
    private const string Branch = "branch@lumen.example";

    private MailServer server = null!;
    private SmtpTransport transport = null!;
    private HashSet<string> answered = [];

    [SetUp]
    public void Start()
    {
        server = new MailServer(tls: false, login: false);
        transport = Via.Plain(server.Port);
        answered = [];
    }

    [TearDown]
    public void Stop()
    {
        transport.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_machine_by_the_rules_answers_a_person_and_not_our_mail()
    {
        await WriteAsPersonAsync(Desk, "away@post.example");
        await AnswerUntilSilentAsync(Desk);
        Assert.That(server.WaitForRest(), Is.EqualTo(2), "The person's, and its answer, which we leave alone.");

        await transport.SendAsync(Mail(Desk, "away@post.example", 1), CancellationToken.None);
        Assert.That(server.WaitForRest(), Is.EqualTo(3), "Ours, and none.");
    }

    [Test]
    public async Task We_do_not_answer_a_machine_that_answers_everything()
    {
        await transport.SendAsync(Mail(Desk, "rude@post.example", 1), CancellationToken.None);
        await AnswerUntilSilentAsync(Desk);

        Assert.That(server.WaitForRest(), Is.EqualTo(2), "Ours, and its answer.");
    }

    [Test]
    public async Task Two_desks_of_ours_exchange_one_answer()
    {
        await WriteAsPersonAsync(Branch, Desk);
        await AnswerUntilSilentAsync(Desk, Branch);

        Assert.That(server.WaitForRest(), Is.EqualTo(2), "The question, and one answer to it.");
        Assert.That(
            Delivered().Where(mail => mail.Mailbox("To").Address == Branch).Select(mail => mail["Auto-Submitted"]),
            Is.EqualTo((string[])["auto-generated"])
        );
    }

    /// <summary>Each desk answers what a person wrote to it, until nothing new arrives; a loop would run into the limit.</summary>
    private async Task AnswerUntilSilentAsync(params string[] desks)
    {
        for (int round = 0; round < 10; round++)
        {
            int before = server.WaitForRest();
            foreach (
                StrictMail mail in Delivered()
                    .Where(mail => desks.Contains(mail.Mailbox("To").Address) && answered.Add(mail["Received"]))
                    .ToArray()
            )
            {
                if (!AutomaticMail.IsAutomatic(mail.Fields))
                {
                    await transport.SendAsync(
                        Mail(mail.Mailbox("To").Address, mail.Mailbox("From").Address, 100 + answered.Count),
                        CancellationToken.None
                    );
                }
            }

            if (server.WaitForRest() == before)
            {
                return;
            }
        }

        Assert.Fail("They still talk after ten rounds.");
    }

    private async Task WriteAsPersonAsync(string from, string to)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync("localhost", server.Port, SecureSocketOptions.None);
        using var question = new MimeMessage(
            [MailboxAddress.Parse(from)],
            [MailboxAddress.Parse(to)],
            "A question",
            new TextPart("plain") { Text = "By a person.\n", ContentTransferEncoding = ContentEncoding.QuotedPrintable }
        );
        await client.SendAsync(question);
        await client.DisconnectAsync(quit: true);
    }

    private IEnumerable<StrictMail> Delivered() => server.Delivered(1).Select(StrictMail.Read);

    private static EmailMessage Mail(string from, string to, int number) =>
        Some.Email(
            Some.Message(number) with
            {
                Address = to,
                Content = new MessageContent
                {
                    Subject = "We have your question",
                    Text = "Hello",
                    From = new MessageAddress(from),
                },
            }
        );
}
