using CustomerTouchpoints;

namespace TouchpointsApp;

/// <summary>Stands for the lifecycle that you test: reference its project, and remove this file.</summary>
public sealed class QuestionLifecycle() : Lifecycle("question", version: 1)
{
    public static readonly State Received = new("received", says: "we have your question");
    public static readonly State Answered = new("answered", says: "you have our answer", kind: StateKind.Solved);

    protected override void Define(LifecycleBuilder question)
    {
        question.OpensWith("question.asked").GoTo(Received);
        question.WhileOpen().On("answer.sent").GoTo(Answered);
        question.OnEntering(Received).Send("question-received");
        question.While(Received).QuietFor(TimeSpan.FromHours(4)).Send("question-not-forgotten").AtMost(2);
    }
}
