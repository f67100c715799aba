using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Waiting;

/// <summary>The same, of which the news go out by another template now.</summary>
public sealed class RenamedNoticeLifecycle() : Lifecycle("notice", version: 2)
{
    private static readonly State Open = new("open");
    private static readonly State Solved = new("solved", kind: StateKind.Solved);

    protected override void Define(LifecycleBuilder notice)
    {
        notice.OpensWith("opened").GoTo(Open);
        notice.WhileOpen().On("solved").GoTo(Solved);
        notice.On("news").Send("better-news").Named("news").IfUnknown(UnknownPolicy.Hold);
    }
}
