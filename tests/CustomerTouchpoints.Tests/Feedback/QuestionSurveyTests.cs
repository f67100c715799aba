using CustomerTouchpoints.Desks;
using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Surveying;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Feedback;

/// <summary>"Is it solved?"</summary>
public sealed class QuestionSurveyTests
{
    private static readonly JourneyId Question = "question/1";

    [Test]
    public async Task A_no_opens_the_question_again_and_the_representative_sees_why()
    {
        await using SurveyHost host = await SurveyHost.StartAsync<AskingDesk>(touchpoints =>
            touchpoints.AddInquiries(_ => new AskingDesk())
        );
        var desk = new Desk(host.Host);
        await desk.AskAsync(Question, "Where is my parcel?");
        await desk.AnswerAsync(Question, "It is there.");
        await desk.ResolveAsync(Question);
        await host.Host.AdvanceAsync(TimeSpan.FromDays(1));
        host.Host.SentTo("ana").ShouldBe("question-received", "question-answer", "question-solved", "question-feedback");

        SurveyResult no = await host.AnswerAsync(host.TokenOf(Question, "solved"), 0, "It is not there.");
        ConversationView view = await desk.GetAsync(Question);

        Assert.That(no, Is.EqualTo(new SurveyResult(SurveyOutcome.Recorded, HasMoved: true)));
        Assert.That(view.Journey.State, Is.EqualTo("waiting-for-us"));
        ConversationMessage said = view.Conversation.Messages[^1];
        Assert.That(
            (said.Author, said.Text, said.Feedback, said.IsPublic),
            Is.EqualTo((Author.Customer, "It is not there.", new SurveyFeedback("solved", SurveyKind.Solved, 0), false))
        );
        Assert.That((await desk.AnswerAsync(Question, "We look.")).Outcome, Is.EqualTo(InquiryOutcome.Done));
        host.Host.SentTo("ana")
            .ShouldBe(
                "question-received",
                "question-answer",
                "question-solved",
                "question-feedback",
                "question-received-again",
                "question-answer"
            );
    }

    [Test]
    public async Task A_yes_leaves_it_solved_and_what_time_has_solved_is_not_asked_about()
    {
        await using SurveyHost host = await SurveyHost.StartAsync<AskingDesk>(touchpoints =>
            touchpoints.AddInquiries(_ => new AskingDesk())
        );
        var desk = new Desk(host.Host);
        await desk.AskAsync(Question, "Where is my parcel?");
        await desk.AnswerAsync(Question, "It is there.");
        await host.Host.AdvanceAsync(TimeSpan.FromDays(7));
        Assert.That((await desk.GetAsync(Question)).Journey.State, Is.EqualTo("solved"));
        host.Host.SentTo("ana").ShouldBe("question-received", "question-answer", "question-solved");

        SurveyResult yes = await host.AnswerAsync(host.TokenOf(Question, "solved"), 1);
        Assert.That(yes, Is.EqualTo(new SurveyResult(SurveyOutcome.Recorded)));
        Assert.That((await desk.GetAsync(Question)).Journey.State, Is.EqualTo("solved"));
    }

    [Test]
    public async Task A_question_that_is_classified_as_a_complaint_holds_back_surveys()
    {
        await using SurveyHost host = await SurveyHost.StartAsync<AskingDesk>(touchpoints =>
            touchpoints.AddInquiries(_ => new AskingDesk()).Configure(options => options.SurveyCooldown = TimeSpan.FromHours(1))
        );
        var desk = new Desk(host.Host);
        await desk.AskAsync(Question, "It is broken!");
        await desk.DoAsync(desk.Inquiries.ClassifyAsync(Question, new InquiryClassified { By = "eva", Topic = "complaint" }, "c-1"));
        await desk.AskAsync("question/2", "Where is the manual?");
        await desk.AnswerAsync("question/2", "Here.");
        await desk.ResolveAsync("question/2");
        await host.Host.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.That(await host.ReasonsOfAsync("question/2", "question-feedback"), Is.EqualTo(["complaint-open"]));
    }
}
