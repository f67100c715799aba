namespace CustomerTouchpoints.Email.Tests;

public sealed class AutomaticMailTests
{
    [TestCase("Auto-Submitted", "auto-replied", true)]
    [TestCase("auto-submitted", "Auto-Generated; type=x", true)]
    [TestCase("Auto-Submitted", "no", false)]
    [TestCase("Auto-Submitted", " NO (a person)", false)]
    [TestCase("Precedence", "bulk", true)]
    [TestCase("Precedence", "first-class", false)]
    [TestCase("Return-Path", "<>", true)]
    [TestCase("Return-Path", "<ana@post.example>", false)]
    [TestCase("Content-Type", "multipart/report; report-type=delivery-status", true)]
    [TestCase("Content-Type", "text/plain", false)]
    [TestCase("X-Auto-Response-Suppress", "All", true)]
    [TestCase("X-Auto-Response-Suppress", "DR, OOF, AutoReply", false, Description = "People's mail has it, too.")]
    [TestCase("X-Auto-Response-Suppress", "DR, RN, NRN, OOF, AutoReply", false)]
    [TestCase("X-Auto-Response-Suppress", "OOF", false)]
    [TestCase("x-auto-response-suppress", "None", false)]
    [TestCase("X-Autoresponder", "yes", true)]
    [TestCase("X-Autorespond", "Re: your mail", true)]
    [TestCase("X-Autoresponder", "no", false)]
    [TestCase("X-Precedence", "auto_reply", true)]
    [TestCase("X-Precedence", "Bulk", true)]
    [TestCase("X-Precedence", "normal", false)]
    [TestCase("X-Failed-Recipients", "nobody@post.example", true)]
    [TestCase("X-Auto-Reply-From", "ana@post.example", false)]
    [TestCase("X-AutoReply-From", "ana@post.example", true)]
    [TestCase("X-Mail-Autoreply", "1", true)]
    [TestCase("X-POST-MessageClass", "9; Autoresponder", true)]
    [TestCase("Delivered-To", "Autoresponder", true)]
    [TestCase("Delivered-To", "ana@post.example", false)]
    [TestCase("X-Autoreply", "yes", true)]
    [TestCase("List-Id", "<news.example>", true)]
    [TestCase("Subject", "Automatic reply: I am away", false, Description = "Anybody may write so.")]
    public void Mail_is_automatic_by_its_marks(string name, string value, bool automatic) =>
        Assert.That(
            AutomaticMail.IsAutomatic([KeyValuePair.Create("From", "ana@post.example"), KeyValuePair.Create(name, value)]),
            Is.EqualTo(automatic)
        );

    [Test]
    public void Our_own_mail_is_recognised() => Assert.That(AutomaticMail.IsAutomatic(Some.Read(Some.Message()).Fields), Is.True);
}
