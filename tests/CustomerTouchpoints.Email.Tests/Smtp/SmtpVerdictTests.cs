using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Smtp;

namespace CustomerTouchpoints.Email.Tests.Smtp;

public sealed class SmtpVerdictTests
{
    [TestCase(450, false, SendOutcome.TemporaryFailure)]
    [TestCase(421, false, SendOutcome.ChannelDown)]
    [TestCase(530, false, SendOutcome.ChannelDown)]
    [TestCase(535, false, SendOutcome.ChannelDown)]
    [TestCase(554, false, SendOutcome.ChannelDown)]
    [TestCase(421, true, SendOutcome.TemporaryFailure)]
    [TestCase(452, true, SendOutcome.TemporaryFailure)]
    [TestCase(554, true, SendOutcome.PermanentFailure)]
    [TestCase(-1, true, SendOutcome.Uncertain)]
    [TestCase(-1, false, SendOutcome.ChannelDown)]
    public void A_reply_says_what_became_of_the_message(int code, bool mayHaveLeft, SendOutcome outcome) =>
        Assert.That(SmtpVerdict.Of(new SmtpException((SmtpStatusCode)code), mayHaveLeft).Outcome, Is.EqualTo(outcome));

    [TestCase(450, SendOutcome.TemporaryFailure)]
    [TestCase(452, SendOutcome.TemporaryFailure)]
    [TestCase(550, SendOutcome.PermanentFailure)]
    [TestCase(553, SendOutcome.PermanentFailure)]
    public void A_reply_about_the_recipient_is_about_the_recipient(int code, SendOutcome outcome) =>
        Assert.That(
            SmtpVerdict.Of(new SmtpFailedRecipientException((SmtpStatusCode)code, "ana@post.example"), mayHaveLeft: false).Outcome,
            Is.EqualTo(outcome)
        );

    private static IEnumerable<TestCaseData> Breaks =>
        [
            new(new SocketException((int)SocketError.ConnectionRefused), SendOutcome.ChannelDown),
            new(new SocketException((int)SocketError.HostNotFound), SendOutcome.ChannelDown),
            new(new AuthenticationException(), SendOutcome.ChannelDown),
            new(new IOException(), SendOutcome.TemporaryFailure),
            new(new InvalidOperationException(), SendOutcome.ChannelDown),
        ];

    [TestCaseSource(nameof(Breaks))]
    public void Without_a_reply_it_counts_whether_the_message_may_have_left(Exception cause, SendOutcome kept)
    {
        var fault = new SmtpException("Failure sending mail.", cause);
        Assert.That(SmtpVerdict.Of(fault, mayHaveLeft: false).Outcome, Is.EqualTo(kept));
        Assert.That(SmtpVerdict.Of(fault, mayHaveLeft: true).Outcome, Is.EqualTo(SendOutcome.Uncertain));
    }

    [TestCase("5.1.1 there is no ana@post.example", true, "550 5.1.1")]
    [TestCase("#5.2.2# full", true, "550 5.2.2")]
    [TestCase("5.7.1 relaying denied for ana@post.example", false, "550 5.7.1")]
    [TestCase("version 15.1.20 said no", false, "550")]
    [TestCase("no", false, "550")]
    public void Of_the_servers_words_the_code_is_told_and_nothing_else(string words, bool namesTheAddress, string told)
    {
        var fault = new SmtpFailedRecipientException(SmtpStatusCode.MailboxUnavailable, "ana@post.example", words);
        Assert.That(SmtpVerdict.Of(fault, mayHaveLeft: false).Reason, Is.EqualTo($"The server refused the recipient ({told})."));
        Assert.That(SmtpVerdict.NamesTheAddress(fault), Is.EqualTo(namesTheAddress));
    }
}
