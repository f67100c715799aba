using CustomerTouchpoints.Desks;
using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Responses;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Tests.Inquiries;

/// <summary>What is refused at the door: with the value, and what to do about it.</summary>
public sealed class DoorTests
{
    [Test]
    public async Task A_text_that_is_too_long_is_refused_with_both_lengths()
    {
        await using Desk desk = await Desk.OpenAsync(limits: options => options.MaxTextLength = 10);

        Assert.That(
            () => desk.AskAsync("question/1", "Where is my parcel?"),
            Throws.ArgumentException.With.Message.Contains("19 characters").And.Message.Contains("at most 10")
        );
        Assert.That(() => desk.AskAsync("question/1", " \n"), Throws.ArgumentException.With.Message.Contains("The question is empty"));
        Assert.That(() => desk.AskAsync("question/1", "a\0b"), Throws.ArgumentException.With.Message.Contains("U+0000"));
        Assert.That(await desk.Inquiries.GetAsync("question/1"), Is.Null);
    }

    [Test]
    public async Task A_mail_that_is_too_long_is_cut_and_the_rest_kept_aside()
    {
        await using Desk desk = await Desk.OpenAsync(limits: options => options.MaxTextLength = 10);
        InquiryResult result = await desk.ReceiveAsync(
            new InboundMessage
            {
                MessageId = "1",
                Customer = "ana",
                Text = "Where is my parcel?",
            }
        );

        ConversationMessage message = (await desk.GetAsync(result.Inquiry)).Conversation.Messages.Single();
        Assert.That((message.Text, message.Quoted), Is.EqualTo(("Where is m", "y parcel?\n")));
    }

    [Test]
    public async Task A_customer_who_writes_too_often_is_told_to_try_later_and_others_are_not()
    {
        await using Desk desk = await Desk.OpenAsync(limits: options => options.MaxMessages = 3);
        await desk.AskAsync("question/1", "Where is my parcel?");
        InquiryOutcome[] wrote =
        [
            .. await Task.WhenAll(Enumerable.Range(0, 3).Select(async i => (await desk.WriteAsync("question/1", $"{i}")).Outcome)),
        ];
        InquiryOutcome other = (await desk.AskAsync("question/2", "Where is mine?", customer: "ben")).Outcome;
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(10));
        InquiryOutcome later = (await desk.WriteAsync("question/1", "later")).Outcome;

        Assert.That(wrote, Is.EqualTo([InquiryOutcome.Done, InquiryOutcome.Done, InquiryOutcome.TooMany]));
        Assert.That((other, later), Is.EqualTo((InquiryOutcome.Done, InquiryOutcome.Done)));
        Assert.That((await desk.GetAsync("question/1")).Conversation.Messages, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task A_customer_does_not_answer()
    {
        await using Desk desk = await Desk.OpenAsync();
        await desk.AskAsync("question/1", "Where is my parcel?");

        Assert.That(
            () => desk.AnswerAsync("question/1", "Here.", author: Author.Customer),
            Throws.ArgumentException.With.Message.Contains("CustomerWroteAsync")
        );
    }

    [Test]
    public void Options_that_can_not_be_are_refused_at_the_start() =>
        Assert.That(
            () => Desk.OpenAsync(limits: options => options.ReferenceKey = [1, 2, 3]).Result.AskAsync("question/1", "Where?"),
            Throws.InnerException.TypeOf<OptionsValidationException>().Or.TypeOf<OptionsValidationException>()
        );
}
