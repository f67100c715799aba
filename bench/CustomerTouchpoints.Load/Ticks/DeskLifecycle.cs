namespace CustomerTouchpoints.Load.Ticks;

/// <summary>A question with four clocks, of which one warns when it is half used.</summary>
internal sealed class DeskLifecycle() : Lifecycle("question", version: 1)
{
    public const string Asked = "asked";
    public const string Closed = "closed";

    /// <summary>How many clocks a question has.</summary>
    public const int Clocks = 4;

    /// <summary>How long after it was asked it warns.</summary>
    public static readonly TimeSpan WarnsAfter = TimeSpan.FromHours(8);

    private static readonly State Received = new("received");
    private static readonly State Answered = new("answered", kind: StateKind.Solved);

    protected override void Define(LifecycleBuilder question)
    {
        question.OpensWith(Asked).GoTo(Received);
        question.WhileOpen().On(Closed).GoTo(Answered);
        question.Answer().Within(TimeSpan.FromHours(24));
        question.StatusUpdate().Every(TimeSpan.FromHours(24));
        question.RequesterWait().Within(TimeSpan.FromHours(24));
        question.Resolution().Within(2 * WarnsAfter).WarnAt(0.5).Escalate("team-lead");
    }
}
