using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Waiting;

/// <summary>Something of which each news is told, and which is held for a person when nobody knows whether it arrived.</summary>
public sealed class NoticeLifecycle() : Lifecycle("notice", version: 1)
{
    private static readonly State Open = new("open");
    private static readonly State Solved = new("solved", kind: StateKind.Solved);

    protected override void Define(LifecycleBuilder notice)
    {
        notice.OpensWith("opened").GoTo(Open);
        notice.WhileOpen().On("solved").GoTo(Solved);
        notice.On("news").Send("news").IfUnknown(UnknownPolicy.Hold);
    }
}
