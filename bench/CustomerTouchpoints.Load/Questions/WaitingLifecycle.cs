namespace CustomerTouchpoints.Load.Questions;

/// <summary>A question that nobody answers: after an hour it is overdue.</summary>
internal sealed class WaitingLifecycle() : Lifecycle("question", version: 1)
{
    public static readonly TimeSpan OverdueAfter = TimeSpan.FromHours(1);

    private static readonly State Received = new("received");
    private static readonly State Overdue = new("overdue");
    private static readonly State Closed = new("closed", kind: StateKind.Solved);

    protected override void Define(LifecycleBuilder question)
    {
        question.OpensWith<QuestionAsked>().GoTo(Received);
        question.While(Received).For(OverdueAfter).GoTo(Overdue);
        question.WhileOpen().On<QuestionClosed>().GoTo(Closed);
    }
}
