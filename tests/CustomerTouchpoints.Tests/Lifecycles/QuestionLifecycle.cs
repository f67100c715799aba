namespace CustomerTouchpoints.Tests.Lifecycles;

/// <summary>A question: a superstate, guards, internal transitions, re-entry, timed transitions and reopening.</summary>
public sealed class QuestionLifecycle() : Lifecycle("question", version: 1)
{
    public static readonly State WithUs = new("with-us", says: "we are looking into it");
    public static readonly State Received = new("received", says: "we have your question", within: WithUs);
    public static readonly State Assigned = new("assigned", says: "somebody is on it", within: WithUs);
    public static readonly State WithYou = new("with-you", says: "we need something from you");
    public static readonly State Answered = new("answered", says: "you have our answer", kind: StateKind.Solved);
    public static readonly State Closed = new("closed", says: "the matter is closed", kind: StateKind.Final);

    protected override void Define(LifecycleBuilder question)
    {
        question.Parties("asker", "account-manager");
        question.OpensWith<QuestionAsked>().GoTo(Received);

        question.While(WithUs).On<Assignment>().GoTo(Assigned);
        question.While(WithUs).On<DetailsRequested>().GoTo(WithYou);
        question.While(WithUs).On<MessageReceived>().Stay();
        question
            .While(WithYou)
            .On<MessageReceived>()
            .When("it has text", situation => situation.EventData.TryGetProperty("text", out _))
            .GoTo(Received);
        question.While(WithYou).For(TimeSpan.FromDays(14)).GoTo(Closed);
        question.WhileOpen().On<AnswerSent>().GoTo(Answered);
        question.While(Answered).On<MessageReceived>().GoTo(Received);
        question.While(Answered).For(TimeSpan.FromDays(30)).GoTo(Closed);
        question.While(Assigned).On("question.bumped").Reenter();

        question.OnEntering(Received).Send("question-received").By(Channel.Chat, Channel.Email);
        question.OnReentering(Received).Send("question-reopened").By(Channel.Chat, Channel.Email);
        question.While(WithUs).QuietFor(TimeSpan.FromMinutes(20)).Send("question-status").By(Channel.Chat).AtMost(5);
        question.While(WithYou).EveryDayAt(new TimeOnly(9, 0)).Send("question-reminder");
        question.On<AnswerSent>().Send("question-answered").By(Channel.Chat, Channel.Email).MustBeHeard();
        question.OnLeaving(WithYou).Send("question-resumed").To("account-manager");
    }

    [Event("question.asked")]
    public sealed record QuestionAsked(string Text);

    [Event("question.assigned")]
    public sealed record Assignment;

    [Event("question.details-requested")]
    public sealed record DetailsRequested;

    [Event("message.received")]
    public sealed record MessageReceived(string? Text);

    [Event("answer.sent")]
    public sealed record AnswerSent(string Text);
}
