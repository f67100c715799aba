using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Smtp;

namespace CustomerTouchpoints.Email.Tests.Smtp;

/// <summary>Values that would like to be commands, through a real server.</summary>
public sealed class SmtpInjectionTests
{
    [Test]
    public async Task Hostile_values_never_make_more_than_one_sender_recipient_or_message()
    {
        using MailServer plain = new(tls: false, login: false);
        using CuttingProxy proxy = new(plain.Port);
        using SmtpTransport transport = Via.Plain(proxy.Port);
        EmailSender sender = Some.Sender(transport);
        var random = new Random(42);
        string[] pieces =
        [
            "\r\n",
            "\n",
            "\r",
            "\0",
            "RCPT TO:<thief@evil.example>",
            "\r\n.\r\nMAIL FROM:<x@y.example>",
            ">",
            "<",
            "\"",
            "@",
            " ",
            ",",
            ";",
            "=?utf-8?B?DQo=?=",
            "é",
            "\u0085",
            "\u2028",
            "Bcc: thief@evil.example",
            ".",
            "a",
        ];
        string Hostile(string start) =>
            start + string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => pieces[random.Next(pieces.Length)]));
        int sent = 0;
        for (int number = 1; number <= 400; number++)
        {
            MessageContent content = Some.Message().Content with
            {
                Subject = Hostile("News"),
                Text = Hostile("Hello\r\n.\r\n"),
                Html = Hostile("<p>"),
                ReplyTo = new MessageAddress("help@lumen.example", Hostile("Help")),
            };
            OutgoingMessage message = Some.Message(number) with
            {
                Address = random.Next(3) == 0 ? Hostile("ana") + "@post.example" : "ana@post.example",
                Name = Hostile("Ana"),
                Content = content,
            };
            SendResult result = await sender.SendAsync(message, CancellationToken.None);
            Assert.That(result.Outcome, Is.AnyOf(SendOutcome.Sent, SendOutcome.PermanentFailure), result.Reason);
            sent += result.Outcome is SendOutcome.Sent ? 1 : 0;
        }

        Assert.That(sent, Is.InRange(200, 390), "Some are refused, some go out.");
        Assert.That(plain.Accepted, Has.Count.EqualTo(sent));
        foreach (string command in (string[])["\r\nMAIL FROM:<hello@lumen.example>", "\r\nRCPT TO:<", "\r\nDATA\r\n"])
        {
            Assert.That(Commands(proxy.FromClient).Split(command).Length - 1, Is.EqualTo(sent), command);
        }
    }

    /// <summary>What the client said outside of messages.</summary>
    private static string Commands(string session) =>
        string.Concat(
            session
                .Split("\r\nDATA\r\n")
                .Select(
                    (part, i) =>
                        i == 0 ? part + "\r\nDATA\r\n" : part[(part.IndexOf("\r\n.\r\n", StringComparison.Ordinal) + 3)..] + "\r\nDATA\r\n"
                )
        )[..^8];
}
