using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Tests.Delivery;

/// <summary>A notice by text message, or else by mail; one that goes three ways; and one that tells a condition.</summary>
public sealed class NoticeLifecycle() : Lifecycle("notice", version: 1)
{
    public static readonly State Ready = new("ready");
    public static readonly State Urgent = new("urgent");
    public static readonly State Waits = new("waits");
    public static readonly State Done = new("done", kind: StateKind.Solved);

    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static readonly TouchpointId BySms = TouchpointId.Parse("notice/1~notice~1~customer~sms");
    public static readonly TouchpointId ByMail = TouchpointId.Parse("notice/1~notice~1~customer~email");

    public static IncomingEvent Fact(string name, string id = "1") =>
        new()
        {
            Journey = "notice/1",
            Name = name,
            Id = id,
            Customer = "ana",
        };

    protected override void Define(LifecycleBuilder lifecycle)
    {
        lifecycle.OpensWith("ready").GoTo(Ready);
        lifecycle.OpensWith("urgent").GoTo(Urgent);
        lifecycle.OpensWith("waits").GoTo(Waits);
        lifecycle.WhileOpen().On("done").GoTo(Done);
        lifecycle
            .OnEntering(Ready)
            .Send("notice")
            .By(Channel.Sms)
            .OrAfter(Patience, unless: TouchpointEvent.Delivered)
            .By(Channel.Email)
            .IfUnknown(UnknownPolicy.Hold);
        lifecycle
            .OnEntering(Urgent)
            .Send("urgent")
            .By(Channel.Chat)
            .OrAfter(TimeSpan.FromMinutes(2), unless: TouchpointEvent.Read)
            .By(Channel.Sms)
            .OrAfter(Patience, unless: TouchpointEvent.Delivered)
            .By(Channel.Email);
        lifecycle
            .OnEntering(Waits)
            .After(TimeSpan.FromHours(1))
            .Send("still-waits")
            .By(Channel.Sms)
            .OrAfter(Patience, unless: TouchpointEvent.Delivered)
            .By(Channel.Email);
    }
}
