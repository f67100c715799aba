using System.Net.Sockets;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Smtp;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CustomerTouchpoints.Email.Tests.Smtp;

public sealed class SmtpVerdictTests
{
    private static readonly MailboxAddress Ana = new("Ana", "ana@post.example");

    [TestCase(450, false, SendOutcome.TemporaryFailure)]
    [TestCase(421, false, SendOutcome.ChannelDown)]
    [TestCase(535, false, SendOutcome.ChannelDown)]
    [TestCase(554, false, SendOutcome.ChannelDown)]
    [TestCase(421, true, SendOutcome.ChannelDown)]
    [TestCase(452, true, SendOutcome.TemporaryFailure)]
    [TestCase(554, true, SendOutcome.PermanentFailure)]
    public void A_reply_says_what_became_of_the_message(int code, bool mayHaveLeft, SendOutcome outcome) =>
        Assert.That(SmtpVerdict.Of(Reply(SmtpErrorCode.MessageNotAccepted, code), mayHaveLeft).Outcome, Is.EqualTo(outcome));

    [TestCase(450, SendOutcome.TemporaryFailure)]
    [TestCase(452, SendOutcome.TemporaryFailure)]
    [TestCase(550, SendOutcome.PermanentFailure)]
    [TestCase(553, SendOutcome.PermanentFailure)]
    public void A_reply_about_the_recipient_is_about_the_recipient(int code, SendOutcome outcome) =>
        Assert.That(SmtpVerdict.Of(Reply(SmtpErrorCode.RecipientNotAccepted, code), mayHaveLeft: false).Outcome, Is.EqualTo(outcome));

    [Test]
    public void A_server_that_wants_a_login_is_a_channel_that_is_down([Values] bool mayHaveLeft) =>
        Assert.That(SmtpVerdict.Of(new ServiceNotAuthenticatedException(), mayHaveLeft).Outcome, Is.EqualTo(SendOutcome.ChannelDown));

    private static IEnumerable<TestCaseData> Breaks =>
        [
            new(new SocketException((int)SocketError.ConnectionReset), SendOutcome.TemporaryFailure),
            new(new SmtpProtocolException(), SendOutcome.TemporaryFailure),
            new(new IOException(), SendOutcome.TemporaryFailure),
            new(new InvalidOperationException(), SendOutcome.ChannelDown),
        ];

    [TestCaseSource(nameof(Breaks))]
    public void Without_a_reply_it_counts_whether_the_message_may_have_left(Exception fault, SendOutcome kept)
    {
        Assert.That(SmtpVerdict.Of(fault, mayHaveLeft: false).Outcome, Is.EqualTo(kept));
        Assert.That(SmtpVerdict.Of(fault, mayHaveLeft: true).Outcome, Is.EqualTo(SendOutcome.Uncertain));
    }

    private static IEnumerable<TestCaseData> ConnectFaults =>
        [
            new(new SocketException((int)SocketError.ConnectionRefused), "The server can't be reached (ConnectionRefused)."),
            new(new SocketException((int)SocketError.HostNotFound), "The server can't be reached (HostNotFound)."),
            new(new OperationCanceledException(), "The server did not answer in time."),
            new(new IOException(), "The server ended the connection, or does not speak SMTP."),
            new(Reply(SmtpErrorCode.UnexpectedStatusCode, 554, "5.7.1 no"), "The server takes no connection (554 5.7.1)."),
            new(
                new AuthenticationException("535: 5.7.8 no"),
                "The server refuses the login (535 5.7.8): check SmtpOptions.UserName and what goes with it."
            ),
            new(
                new NotSupportedException("No compatible authentication mechanisms found."),
                "The server offers no way to log in that we know."
            ),
        ];

    [TestCaseSource(nameof(ConnectFaults))]
    public void Without_a_connection_the_channel_is_down_and_says_why(Exception cause, string reason)
    {
        SendResult verdict = SmtpVerdict.OfConnecting(new ConnectFailedException(null, cause));
        Assert.That((verdict.Outcome, verdict.Reason), Is.EqualTo((SendOutcome.ChannelDown, reason)));
    }

    private static IEnumerable<TestCaseData> OldConnections =>
        [
            new(Reply(SmtpErrorCode.SenderNotAccepted, 421, "4.4.2 Timeout"), false, true),
            new(Reply(SmtpErrorCode.SenderNotAccepted, 451, "4.4.2 Timeout"), false, true),
            new(Reply(SmtpErrorCode.SenderNotAccepted, 452, "Too many"), false, true),
            new(Reply(SmtpErrorCode.SenderNotAccepted, 554, "Too many messages"), false, true),
            new(Reply(SmtpErrorCode.RecipientNotAccepted, 452, "4.5.3 Too many recipients"), false, true),
            new(Reply(SmtpErrorCode.RecipientNotAccepted, 451, "Too many"), false, true),
            new(Reply(SmtpErrorCode.RecipientNotAccepted, 450, "4.2.0 greylisted"), false, false),
            new(Reply(SmtpErrorCode.RecipientNotAccepted, 550, "5.1.1 nobody"), false, false),
            new(Reply(SmtpErrorCode.UnexpectedStatusCode, 451, "4.3.0"), false, true),
            new(Reply(SmtpErrorCode.MessageNotAccepted, 421), true, true),
            new(Reply(SmtpErrorCode.MessageNotAccepted, 451), true, false),
            new(new SmtpProtocolException(), false, true),
            new(new IOException(), false, true),
            new(new IOException(), true, false),
        ];

    [TestCaseSource(nameof(OldConnections))]
    public void Of_a_connection_that_was_used_before_not_every_word_is_about_the_message(Exception fault, bool mayHaveLeft, bool mayBe) =>
        Assert.That(SmtpVerdict.MayBeTheConnection(fault, mayHaveLeft), Is.EqualTo(mayBe));

    [TestCase("5.1.1 there is no ana@post.example", true, "550 5.1.1")]
    [TestCase("#5.2.2# full", true, "550 5.2.2")]
    [TestCase("5.7.1 relaying denied for ana@post.example", false, "550 5.7.1")]
    [TestCase("version 15.1.20 said no", false, "550")]
    [TestCase("no", false, "550")]
    public void Of_the_servers_words_the_code_is_told_and_nothing_else(string words, bool namesTheAddress, string told)
    {
        SmtpCommandException fault = Reply(SmtpErrorCode.RecipientNotAccepted, 550, words);
        Assert.That(SmtpVerdict.Of(fault, mayHaveLeft: false).Reason, Is.EqualTo($"The server refused the recipient ({told})."));
        Assert.That(SmtpVerdict.NamesTheAddress(fault), Is.EqualTo(namesTheAddress));
    }

    private static SmtpCommandException Reply(SmtpErrorCode error, int code, string words = "") =>
        new(error, (SmtpStatusCode)code, Ana, words);
}
