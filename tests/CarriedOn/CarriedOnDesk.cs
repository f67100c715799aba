using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.CarriedOn;

/// <summary>The lifecycle of the databases that the version before has written. It must stay so: they have its fingerprint.</summary>
public sealed class CarriedOnDesk() : Lifecycle("question", version: 1)
{
    private static readonly State Received = new("received");
    private static readonly State InWork = new("in-work");
    private static readonly State OnHold = new("on-hold");
    private static readonly State WithCustomer = new("with-customer");
    private static readonly State Solved = new("solved", kind: StateKind.Solved);

    protected override void Define(LifecycleBuilder desk)
    {
        desk.Parties("asker", "lead");
        desk.OpensWith("asked").GoTo(Received);
        desk.WhileOpen().On("taken").GoTo(InWork);
        desk.WhileOpen().On("held").GoTo(OnHold);
        desk.WhileOpen().On("asked-back").GoTo(WithCustomer);
        desk.While(WithCustomer).On("wrote").GoTo(Received);
        desk.WhileOpen().On("solved").GoTo(Solved);
        desk.While(OnHold).For(TimeSpan.FromHours(2)).GoTo(Received);
        desk.While(InWork).IsWorkedOn();
        desk.While(WithCustomer).WaitsForCustomer();
        desk.On("wrote").IsFromCustomer();
        desk.On("said").IsMessage(by: _ => Author.Human);

        desk.Answer().Within(TimeSpan.FromHours(1)).WarnAt(0.75).Escalate("lead");
        desk.Resolution().Within(TimeSpan.FromHours(4)).PausesWhileWaiting().Escalate("lead");

        desk.OnEntering(Received).Send("received").When("it is new", situation => situation.EventName == "asked");
        desk.OnBrokenPromise("first-answer").Send("sorry");
        desk.OnEntering(InWork).Send("in-work").By(Channel.Sms);
        desk.OnEntering(InWork).After(TimeSpan.FromHours(1)).Send("in-work-tips");
        desk.OnEntering(OnHold).Send("on-hold").IfUnknown(UnknownPolicy.Ask);
    }
}
