namespace CustomerTouchpoints.Load.Questions;

/// <summary>A question with two response clocks: until the first answer, and until it is solved.</summary>
internal sealed class QuestionLifecycle() : Lifecycle("question", version: 1)
{
    private static readonly State Received = new("received");
    private static readonly State Answered = new("answered");
    private static readonly State Closed = new("closed", kind: StateKind.Solved);

    protected override void Define(LifecycleBuilder question)
    {
        question.OpensWith<QuestionAsked>().GoTo(Received);
        question.While(Received).On<QuestionAnswered>().GoTo(Answered);
        question.WhileOpen().On<QuestionClosed>().GoTo(Closed);
        question.On<QuestionAnswered>().IsAnswer();
        question.Answer().Within(QuestionStory.AnswerWithin);
        question.Resolution().Within(QuestionStory.SolvedWithin);
    }
}
