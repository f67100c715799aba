using System.Text;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Desks;
using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Tests.Inquiries;

/// <summary>Mail that comes in finds its inquiry, or begins one.</summary>
public sealed class ReceiveTests
{
    [Test]
    public async Task A_mail_begins_an_inquiry_once_however_often_it_comes()
    {
        await using Desk desk = await Desk.OpenAsync();
        InquiryResult first = await desk.ReceiveAsync(Mail("<1@ana.example>"));
        InquiryResult again = await desk.ReceiveAsync(Mail("1@ana.example"));

        Assert.That((first.Outcome, again.Outcome), Is.EqualTo((InquiryOutcome.Done, InquiryOutcome.Repeated)));
        Assert.That(again.Inquiry, Is.EqualTo(first.Inquiry));
        desk.Host.SentTo("ana").ShouldBe("question-received");
    }

    [Test]
    public async Task A_reply_to_a_mail_of_ours_is_known_by_the_thread_that_our_mail_names()
    {
        await using Desk desk = await Desk.OpenAsync();
        InquiryResult first = await desk.ReceiveAsync(Mail("<1@ana.example>"));
        OutgoingMessage ours = desk.Host.Sent[0];
        InquiryResult reply = await desk.ReceiveAsync(
            Mail("<2@ana.example>", "And my invoice?\n\nOn Mon, 5 Jan 2026 at 09:00, Shop <help@shop.example> wrote:\n> Thank you") with
            {
                References = [$"<{ours.MessageId}@shop.example>", $"<{ours.ThreadId}@shop.example>"],
            }
        );

        Assert.That((reply.Outcome, reply.Inquiry), Is.EqualTo((InquiryOutcome.Done, first.Inquiry)));
        ConversationMessage message = (await desk.GetAsync(first.Inquiry)).Conversation.Messages[1];
        Assert.That(message.Text, Is.EqualTo("And my invoice?"));
        Assert.That(message.Quoted, Does.Contain("> Thank you"));
        Assert.That(message.MessageId, Is.EqualTo("2@ana.example"));
    }

    [Test]
    public async Task A_customer_who_answers_their_own_mail_goes_on_with_it()
    {
        await using Desk desk = await Desk.OpenAsync();
        InquiryResult first = await desk.ReceiveAsync(Mail("<1@ana.example>"));
        InquiryResult more = await desk.ReceiveAsync(Mail("<2@ana.example>", "One more thing.") with { References = ["<1@ana.example>"] });

        Assert.That((more.Outcome, more.Inquiry), Is.EqualTo((InquiryOutcome.Done, first.Inquiry)));
    }

    [Test]
    public async Task Another_customers_thread_is_not_found()
    {
        await using Desk desk = await Desk.OpenAsync(limits: options =>
            options.ReferenceKey = Encoding.UTF8.GetBytes("a secret of 24 characters")
        );
        InquiryResult first = await desk.ReceiveAsync(Mail("<1@ana.example>"));
        InquiryResult other = await desk.ReceiveAsync(
            Mail("<2@mallory.example>") with
            {
                Customer = "mallory",
                References = [$"<{desk.Host.Sent[0].ThreadId}@shop.example>", "<1@ana.example>"],
                Subject = $"Re: [{desk.Inquiries.ReferenceOf(first.Inquiry)}]",
            }
        );

        Assert.That(other.Inquiry, Is.Not.EqualTo(first.Inquiry));
        Assert.That((await desk.GetAsync(first.Inquiry)).Conversation.Messages, Has.Count.EqualTo(1));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_signed_reference_finds_the_inquiry_and_one_that_was_made_up_does_not(bool isOurs)
    {
        await using Desk desk = await Desk.OpenAsync(limits: options =>
            options.ReferenceKey = Encoding.UTF8.GetBytes("a secret of 24 characters")
        );
        InquiryResult first = await desk.ReceiveAsync(Mail("<1@ana.example>"));
        string reference = desk.Inquiries.ReferenceOf(first.Inquiry)!;
        string used = isOurs ? reference : reference[..^4] + "0000";
        InquiryResult bySubject = await desk.ReceiveAsync(Mail("<2@ana.example>") with { Subject = $"Re: It [{used}]" });
        InquiryResult byAddress = await desk.ReceiveAsync(Mail("<3@ana.example>") with { To = [$"help+{used}@shop.example"] });

        Assert.That(bySubject.Inquiry == first.Inquiry, Is.EqualTo(isOurs));
        Assert.That(byAddress.Inquiry == first.Inquiry, Is.EqualTo(isOurs));
    }

    [Test]
    public async Task What_answers_an_inquiry_that_is_closed_begins_one_that_is_about_it()
    {
        await using Desk desk = await Desk.OpenAsync();
        InquiryResult first = await desk.ReceiveAsync(Mail("<1@ana.example>"));
        await desk.DoAsync(desk.Inquiries.CloseAsync(first.Inquiry, new InquiryClosed { By = "eva", Why = "a test" }, "c-1"));
        InboundMessage late = Mail("<2@ana.example>") with { References = ["<1@ana.example>"] };
        InquiryResult next = await desk.ReceiveAsync(late);
        InquiryResult again = await desk.ReceiveAsync(late);

        Assert.That((next.Outcome, again.Outcome), Is.EqualTo((InquiryOutcome.Done, InquiryOutcome.Repeated)));
        Assert.That(again.Inquiry, Is.EqualTo(next.Inquiry));
        Assert.That((await desk.GetAsync(next.Inquiry)).Conversation.Links, Is.EqualTo([first.Inquiry]));
    }

    [Test]
    public async Task Automatic_mail_is_kept_and_neither_answered_nor_the_customers_word()
    {
        await using Desk desk = await Desk.OpenAsync();
        InquiryResult first = await desk.ReceiveAsync(Mail("<1@ana.example>"));
        await desk.AnswerAsync(first.Inquiry, "It comes tomorrow.");
        InquiryResult away = await desk.ReceiveAsync(
            Mail("<2@ana.example>", "I am away until Monday.") with
            {
                References = ["<1@ana.example>"],
                IsAutomatic = true,
            }
        );
        InquiryResult stray = await desk.ReceiveAsync(Mail("<3@list.example>", "News") with { IsAutomatic = true });

        Assert.That((away.Outcome, stray.Outcome), Is.EqualTo((InquiryOutcome.Done, InquiryOutcome.NoEffect)));
        ConversationView view = await desk.GetAsync(first.Inquiry);
        Assert.That(view.Journey.State, Is.EqualTo("answered"));
        Assert.That(view.Conversation.Messages[^1].Author, Is.EqualTo(Author.Automatic));
        Assert.That(view.LastMessage, Is.EqualTo(view.Conversation.Messages[1].Id));
        Assert.That(await desk.Inquiries.GetAsync(stray.Inquiry), Is.Null);
        desk.Host.SentTo("ana").ShouldBe("question-received", "question-answer");
    }

    [Test]
    public async Task A_machine_that_does_not_say_so_is_answered_no_more_often_than_the_cap()
    {
        await using Desk desk = await Desk.OpenAsync(limits: options => (options.MaxAutomaticReplies, options.MaxMessages) = (3, 1000));
        InquiryResult first = await desk.ReceiveAsync(Mail("<0@robot.example>"));
        for (int i = 1; i <= 20; i++)
        {
            await desk.Host.AdvanceAsync(TimeSpan.FromDays(1));
            await desk.ReceiveAsync(
                Mail($"<{i}@robot.example>", "Thank you for your message.") with
                {
                    References = ["<0@robot.example>"],
                }
            );
        }

        int before = desk.Host.Sent.Count;
        Assert.That(desk.Host.Sent.Count(message => message.Touchpoint.Rule == "question-status"), Is.LessThanOrEqualTo(3));
        await foreach (InquirySummary line in desk.Inquiries.OpenAsync(new InquiryQuery()))
        {
            Assert.That(line.NeedsHuman, Is.True);
        }

        await desk.AnswerAsync(first.Inquiry, "Is anybody there?");
        Assert.That(desk.Host.Sent.Skip(before).Select(message => message.Touchpoint.Rule), Is.EqualTo(["question-answer"]));
    }

    private static InboundMessage Mail(string messageId, string text = "Where is my parcel?") =>
        new()
        {
            MessageId = messageId,
            Customer = "ana",
            Subject = "Re: AW: My parcel",
            Text = text,
        };
}
