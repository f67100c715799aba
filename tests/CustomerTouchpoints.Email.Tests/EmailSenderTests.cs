using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Tests.Reading;

namespace CustomerTouchpoints.Email.Tests;

public sealed class EmailSenderTests
{
    [Test]
    public async Task A_message_reaches_the_transport_with_all_it_has()
    {
        RecordingTransport transport = new();

        SendResult result = await Some.Sender(transport).SendAsync(Some.Message(), CancellationToken.None);

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.Sent));
        EmailMessage sent = transport.Sent.Single();
        Assert.That((sent.To.Address, sent.To.Name), Is.EqualTo(("ana@post.example", "Ana Silva")));
        Assert.That((sent.From.Address, sent.From.Name), Is.EqualTo(("hello@lumen.example", "Lumen Cameras")));
        Assert.That((sent.Subject, sent.Text, sent.Html), Is.EqualTo(("Your parcel is on its way", "Hello Ana", "<p>Hello Ana</p>")));
        Assert.That((sent.Date, sent.Language, sent.ReplyTo), Is.EqualTo((Some.Message().At, "fr-CA", (object?)null)));
    }

    [Test]
    public void Messages_of_one_journey_are_one_thread()
    {
        StrictMail first = Some.Read(Some.Message(1));
        StrictMail second = Some.Read(Some.Message(2));

        Assert.That(first["Message-ID"], Is.Not.EqualTo(second["Message-ID"]));
        Assert.That((first["References"], first["In-Reply-To"]), Is.EqualTo((second["References"], second["In-Reply-To"])));
        Assert.That(first["References"], Is.EqualTo($"<{Some.Token}@lumen.example>"));
    }

    [TestCase("1@ana.example")]
    [TestCase("<1@ana.example>")]
    public void A_persons_answer_names_the_mail_that_it_answers_and_is_not_marked_as_automatic(string answered)
    {
        OutgoingMessage message = Some.Message();
        StrictMail mail = Some.Read(message with { Content = message.Content with { InReplyTo = answered, IsPersonal = true } });

        Assert.That(mail["In-Reply-To"], Is.EqualTo("<1@ana.example>"));
        Assert.That(mail["References"], Is.EqualTo($"<{Some.Token}@lumen.example> <1@ana.example>"));
        Assert.That(mail.Has("Auto-Submitted"), Is.False);
    }

    [TestCase("1@ana.example>\r\nBcc: <eve@evil.example")]
    [TestCase("no id")]
    [TestCase("@")]
    [TestCase("1@ana.exämple")]
    public void What_is_no_id_is_left_out(string answered)
    {
        OutgoingMessage message = Some.Message();
        StrictMail mail = Some.Read(message with { Content = message.Content with { InReplyTo = answered } });

        Assert.That(mail["In-Reply-To"], Is.EqualTo($"<{Some.Token}@lumen.example>"));
    }

    [Test]
    public void The_contents_own_sender_goes_before_the_default_and_gives_the_ids_their_domain()
    {
        OutgoingMessage message = Some.Message();
        message = message with { Content = message.Content with { From = new MessageAddress("hallo@grüße.example") } };

        StrictMail mail = Some.Read(message);

        Assert.That(mail.Mailbox("From").Address, Is.EqualTo("hallo@xn--gre-6ka8l.example"));
        Assert.That(mail["Message-ID"], Does.EndWith("@xn--gre-6ka8l.example>"));
    }

    [Test]
    public void A_domain_for_ids_goes_before_the_senders_own()
    {
        EmailOptions options = Some.Options();
        options.MessageIdDomain = "Mail.grüße.example";

        Assert.That(Some.Read(Some.Message(), options)["Message-ID"], Does.EndWith("@mail.xn--gre-6ka8l.example>"));
    }

    [Test]
    public async Task A_message_without_any_sender_waits_until_there_is_one()
    {
        RecordingTransport transport = new();

        SendResult result = await Some.Sender(transport, new EmailOptions()).SendAsync(Some.Message(), CancellationToken.None);

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.ChannelDown));
        Assert.That(result.Reason, Does.Contain("EmailOptions.From"));
        Assert.That(transport.Sent, Is.Empty);
    }

    [Test]
    public async Task What_would_break_a_header_is_refused_before_the_transport_sees_it()
    {
        OutgoingMessage good = Some.Message();
        (OutgoingMessage Bad, string Reason)[] cases =
        [
            (good with { Address = "canary@post.example\r\nDATA" }, "The recipient's address has a control character."),
            (good with { Address = "" }, "The recipient's address is empty."),
            (
                good with
                {
                    Content = good.Content with { From = new MessageAddress("canary\r@b.example") },
                },
                "The From address has a control character."
            ),
            (
                good with
                {
                    Content = good.Content with { ReplyTo = new MessageAddress("canary\ud83d@b.example") },
                },
                "The Reply-To address has half a surrogate pair."
            ),
            (good with { MessageId = "../../canary" }, "The message id is not 32 lower-case hexadecimal digits."),
            (good with { ThreadId = "canary>\r\n" }, "The thread id is not 32 lower-case hexadecimal digits."),
        ];
        RecordingTransport transport = new();

        foreach ((OutgoingMessage bad, string reason) in cases)
        {
            SendResult result = await Some.Sender(transport).SendAsync(bad, CancellationToken.None);
            Assert.That((result.Outcome, result.Reason), Is.EqualTo((SendOutcome.PermanentFailure, reason)));
        }

        Assert.That(transport.Sent, Is.Empty);
    }

    [TestCase("fr-CA", "fr-CA")]
    [TestCase("fr_CA", null)]
    [TestCase("fr\r\nX-Evil: canary", null)]
    [TestCase("", null)]
    public void A_culture_that_is_no_language_tag_is_left_out_and_the_message_leaves(string culture, string? header)
    {
        StrictMail mail = Some.Read(Some.Message() with { Culture = culture });
        Assert.That(mail.Has("Content-Language") ? mail["Content-Language"] : null, Is.EqualTo(header));
        Assert.That(mail.Has("X-Evil"), Is.False);
    }

    [TestCase(false, null)]
    [TestCase(true, "yes")]
    public void An_email_says_whether_it_may_be_a_repeat(bool mayBeRepeat, string? header)
    {
        StrictMail mail = Some.Read(Some.Message() with { MayBeRepeat = mayBeRepeat });
        Assert.That(mail.Has("X-Possible-Repeat") ? mail["X-Possible-Repeat"] : null, Is.EqualTo(header));
    }

    [Test]
    public void An_email_can_not_be_made_with_what_would_break_a_header()
    {
        EmailMessage good = Some.Email(Some.Message());

        Assert.That(() => good with { Subject = "News\r\nBcc: a@b.example" }, Throws.ArgumentException);
        Assert.That(() => good with { MessageId = "1@lumen.example" }, Throws.ArgumentException);
        Assert.That(() => good with { MessageId = $"{Some.Token}@lumen.example>\r\n" }, Throws.ArgumentException);
        Assert.That(() => good with { MessageId = $"{Some.Token}@" }, Throws.ArgumentException);
        Assert.That(() => good with { ThreadId = $"{Some.Token}@grüße.example" }, Throws.ArgumentException);
        Assert.That(() => good with { Language = "fr\r\n" }, Throws.ArgumentException);
        Assert.That(() => good with { Language = "" }, Throws.ArgumentException);
    }

    [Test]
    public void The_invariant_culture_says_nothing_about_the_language() =>
        Assert.That(Some.Read(Some.Message() with { Culture = "" }).Has("Content-Language"), Is.False);

    [Test]
    public void An_email_in_a_log_shows_neither_address_nor_body() =>
        Assert.That($"{Some.Email(Some.Message(1))}", Is.EqualTo("00000000000000000000000000000001@lumen.example"));

    [Test]
    public async Task A_cancelled_send_does_not_reach_the_transport()
    {
        RecordingTransport transport = new();

        SendResult result = await Some.Sender(transport).SendAsync(Some.Message(), new CancellationToken(canceled: true));

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.TemporaryFailure));
        Assert.That(transport.Sent, Is.Empty);
    }
}
