using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Desks;
using CustomerTouchpoints.Email.Bounces;
using CustomerTouchpoints.Email.Composing;
using CustomerTouchpoints.Email.Mailboxes;
using CustomerTouchpoints.Email.Tests.Bounces;
using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Email.Tests.Mailboxes;

/// <summary>Mail that comes in reaches the message that it is about, or the desk; and machines get no answer.</summary>
public sealed class InboundMailTests
{
    private static readonly TouchpointId News = TouchpointId.Parse("news/1~news~1~customer~email");

    [Test]
    public async Task A_bounce_of_a_message_fails_it_and_stops_its_address()
    {
        using TemporaryFolder folder = new();
        await using TouchpointsTestHost host = await SentAsync(folder);
        string path = PathOf(folder);
        InboundMailResult result = await ReceiveAsync(host, SomeMail.Bounce(path, "ffffffffffffffffffffffffffffffff"));
        InboundMailResult again = await ReceiveAsync(host, SomeMail.Bounce(path, "ffffffffffffffffffffffffffffffff"));

        Assert.That((result.Outcome, again.Outcome), Is.EqualTo((InboundMailOutcome.Reported, InboundMailOutcome.Reported)));
        Assert.That((result.Receipt!.Outcome, again.Receipt!.Outcome), Is.EqualTo((ReceiptOutcome.Recorded, ReceiptOutcome.Repeated)));
        string told = (await host.Touchpoints.ExplainAsync(News))!;
        Assert.That(told, Does.Contain("550 5.1.1").And.Not.Contain("ana@post.example"));
        Assert.That(result.Receipt.IsAddressStopped, Is.True);
    }

    [Test]
    public async Task A_bounce_that_was_made_up_brings_nothing_about()
    {
        using TemporaryFolder folder = new();
        await using TouchpointsTestHost host = await SentAsync(folder);
        string token = Path.GetFileNameWithoutExtension(folder.Mails.Single());
        InboundMailResult unsigned = await ReceiveAsync(host, SomeMail.Bounce("hello@lumen.example", token));
        InboundMailResult forged = await ReceiveAsync(host, SomeMail.Bounce($"bounces+{token}.0123456789abcdef@lumen.example", token));
        InboundMailResult nothing = await ReceiveAsync(host, SomeMail.Bounce("hello@lumen.example", "not-an-id"));

        Assert.That(
            (unsigned.Outcome, forged.Outcome, nothing.Outcome),
            Is.EqualTo((InboundMailOutcome.Ignored, InboundMailOutcome.Ignored, InboundMailOutcome.Ignored))
        );
        Assert.That((await host.Touchpoints.ExplainAsync(News))!, Does.Not.Contain("5.1.1"));
    }

    [Test]
    public async Task A_bounce_of_a_message_that_we_never_sent_stops_no_address()
    {
        using TemporaryFolder folder = new();
        await using TouchpointsTestHost host = await SentAsync(folder, key: null);
        InboundMailResult result = await ReceiveAsync(host, SomeMail.Bounce("hello@lumen.example", "ffffffffffffffffffffffffffffffff"));

        Assert.That(result.Outcome, Is.EqualTo(InboundMailOutcome.UnknownMessage));
        Assert.That(result.Receipt!.IsAddressStopped, Is.False);
    }

    [Test]
    public async Task Without_a_desk_what_people_write_is_left_to_people()
    {
        using TemporaryFolder folder = new();
        await using TouchpointsTestHost host = await SentAsync(folder);
        InboundMailResult person = await ReceiveAsync(host, Mail("Where is it?"));
        InboundMailResult machine = await ReceiveAsync(host, Mail("Away.", "Auto-Submitted: auto-replied\n"));

        Assert.That(
            (person.Outcome, person.Reason),
            Is.EqualTo((InboundMailOutcome.Unclaimed, "There is no desk here for what people write."))
        );
        Assert.That((machine.Outcome, machine.Report.Kind), Is.EqualTo((InboundMailOutcome.Ignored, MailKind.Automatic)));
    }

    [Test]
    public async Task What_a_customer_writes_reaches_the_desk_once_and_is_answered()
    {
        await using Desk desk = await DeskAsync();
        string mail = Mail(
            "Where is it?\n\nOn Mon, 5 Jan 2026 at 09:00, Shop <help@shop.example> wrote:\n> Thank you",
            "Message-ID: <1@ana.example>\nSubject: Re: My parcel\n"
        );
        InboundMailResult result = await ReceiveAsync(desk.Host, mail);
        InboundMailResult again = await ReceiveAsync(desk.Host, mail);

        Assert.That((result.Outcome, again.Outcome), Is.EqualTo((InboundMailOutcome.Received, InboundMailOutcome.Received)));
        Assert.That(again.Inquiry!.Outcome, Is.EqualTo(InquiryOutcome.Repeated));
        ConversationMessage said = (await desk.GetAsync(result.Inquiry!.Inquiry)).Conversation.Messages.Single();
        Assert.That((said.Text, said.MessageId), Is.EqualTo(("Where is it?", "1@ana.example")));
        Assert.That(said.Quoted, Does.Contain("> Thank you"));
        desk.Host.SentTo("ana").ShouldBe("question-received");
    }

    [Test]
    public async Task A_mail_that_is_only_HTML_yields_its_new_words()
    {
        await using Desk desk = await DeskAsync();
        InboundMailResult result = await ReceiveAsync(
            desk.Host,
            Mail(
                "<style>p{color:red}</style><p>Where is it?</p><script>alert(1)</script><img src=\"https://spy.example/1.gif\">"
                    + "<div class=\"gmail_signature\">Ana Costa, Sales</div><blockquote type=\"cite\">Thank you.</blockquote>",
                "Message-ID: <1@ana.example>\nContent-Type: text/html; charset=utf-8\n"
            )
        );

        ConversationMessage said = (await desk.GetAsync(result.Inquiry!.Inquiry)).Conversation.Messages.Single();
        Assert.That(said.Text, Is.EqualTo("Where is it?"));
        Assert.That(said.Quoted, Does.Contain("Ana Costa").And.Contain("Thank you."));
    }

    [Test]
    public async Task An_answer_is_known_by_the_mail_that_it_answers_and_brings_its_files()
    {
        await using Desk desk = await DeskAsync(inbound =>
            inbound.KeepAttachment = (part, _) => ValueTask.FromResult<string?>(part.FileName == "kept.png" ? "blob:1" : null)
        );
        InboundMailResult first = await ReceiveAsync(desk.Host, Mail("Where is it?", "Message-ID: <1@ana.example>\n"));
        InboundMailResult second = await ReceiveAsync(
            desk.Host,
            "From: ana@post.example\nMessage-ID: <2@ana.example>\nReferences: <x@y.example>\n <1@ana.example>\n"
                + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nIt looks so:\n--b\n"
                + "Content-Type: image/png; name=kept.png\n\nx\n--b\nContent-Type: image/png; name=\"=?utf-8?Q?a=00b?=\"\n\nx\n--b--\n"
        );

        Assert.That(second.Inquiry!.Inquiry, Is.EqualTo(first.Inquiry!.Inquiry));
        ConversationMessage said = (await desk.GetAsync(first.Inquiry.Inquiry)).Conversation.Messages[^1];
        Assert.That(
            said.Attachments.Select(file => (file.Type, file.Reference)),
            Is.EqualTo([("image/png", "blob:1"), ("image/png", "mid:2%40ana.example/2")])
        );
    }

    [Test]
    public async Task A_mail_without_an_id_or_with_an_odd_one_is_taken_once()
    {
        await using Desk desk = await DeskAsync();
        foreach (string id in (string[])["", $"Message-ID: <{new string('x', 900)}@ana.example>\n", "Message-ID: <>\n"])
        {
            InboundMailResult first = await ReceiveAsync(desk.Host, Mail("Where is it?" + id.Length, id));
            InboundMailResult again = await ReceiveAsync(desk.Host, Mail("Where is it?" + id.Length, id));
            Assert.That((first.Inquiry!.Outcome, again.Inquiry!.Outcome), Is.EqualTo((InquiryOutcome.Done, InquiryOutcome.Repeated)), id);
        }
    }

    [Test]
    public async Task Machines_strangers_and_our_own_mail_get_no_answer()
    {
        await using Desk desk = await DeskAsync();
        InboundMailResult machine = await ReceiveAsync(desk.Host, Mail("Away.", "Auto-Submitted: auto-replied\n"));
        InboundMailResult stranger = await ReceiveAsync(desk.Host, Mail("Hello").Replace("ana@", "eve@", StringComparison.Ordinal));
        InboundMailResult own = await ReceiveAsync(desk.Host, await File.ReadAllTextAsync(Path.Combine(SomeMail.Folder, "own.eml")));

        Assert.That(
            (machine.Outcome, stranger.Outcome, own.Outcome),
            Is.EqualTo((InboundMailOutcome.Ignored, InboundMailOutcome.Unclaimed, InboundMailOutcome.Ignored))
        );
        Assert.That(own.Report.Kind, Is.EqualTo(MailKind.Own));
        Assert.That(desk.Host.Sent, Is.Empty);
    }

    [Test]
    public async Task Who_writes_too_often_is_taken_in_later()
    {
        await using Desk desk = await DeskAsync(limits: options => options.MaxMessages = 1);
        await ReceiveAsync(desk.Host, Mail("One", "Message-ID: <1@ana.example>\n"));
        string second = Mail("Two", "Message-ID: <2@ana.example>\n");
        InboundMailResult refused = await ReceiveAsync(desk.Host, second);
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(11));
        InboundMailResult taken = await ReceiveAsync(desk.Host, second);

        Assert.That((refused.Outcome, taken.Outcome), Is.EqualTo((InboundMailOutcome.TooMany, InboundMailOutcome.Received)));
    }

    /// <summary>A host that has sent one mail, into a folder.</summary>
    private static async Task<TouchpointsTestHost> SentAsync(TemporaryFolder folder, string? key = "a secret of 24 characters")
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<NewsLifecycle>(touchpoints =>
            touchpoints
                .AddEmailDropFolder(
                    folder.Path,
                    email =>
                    {
                        email.From = new Channels.MessageAddress("news@lumen.example");
                        email.ReturnPath = "bounces+{id}@lumen.example";
                        email.ReturnPathKey = key is null ? null : System.Text.Encoding.UTF8.GetBytes(key);
                    }
                )
                .AddInboundMail()
        );
        await host.RaiseAsync(
            new IncomingEvent
            {
                Journey = News.Journey,
                Id = "1",
                Name = "news.broke",
                Customer = "ana",
            }
        );
        Assert.That(folder.Mails, Has.Count.EqualTo(1));
        return host;
    }

    /// <summary>The return path of the mail that lies in the folder; a server would know it from the envelope.</summary>
    private static string PathOf(TemporaryFolder folder)
    {
        string token = Path.GetFileNameWithoutExtension(folder.Mails.Single());
        return $"bounces+{token}.{MessageSignature.Of(token, "a secret of 24 characters"u8.ToArray())}@lumen.example";
    }

    private static Task<Desk> DeskAsync(Action<InboundMailOptions>? configure = null, Action<InquiryOptions>? limits = null) =>
        Desk.OpenAsync(
            touchpoints =>
                touchpoints.AddInboundMail(inbound =>
                {
                    inbound.FindCustomer = (mail, _) =>
                        ValueTask.FromResult(
                            mail.From.Mailboxes.First().Address == "ana@post.example" ? new CustomerId("ana") : default(CustomerId?)
                        );
                    configure?.Invoke(inbound);
                }),
            limits
        );

    private static Task<InboundMailResult> ReceiveAsync(TouchpointsTestHost host, string mail) =>
        host.CompleteAsync(host.Services.GetRequiredService<IInboundMail>().ReceiveAsync(SomeMail.Bytes(mail)));

    private sealed class NewsLifecycle() : Lifecycle("news", version: 1)
    {
        private static readonly State Told = new("told");

        protected override void Define(LifecycleBuilder news)
        {
            news.Line(Told.ReachedBy("news.broke"));
            news.OnEntering(Told).Send("news");
        }
    }

    private static string Mail(string text, string headers = "") =>
        $"From: Ana <ana@post.example>\nTo: help@shop.example\n{headers}\n{text}\n";
}
