using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Tests.Delivery;

/// <summary>A letter, and what follows from what becomes of it: a step of the line, a transition, and a rule for each event.</summary>
public sealed class LetterLifecycle() : Lifecycle("letter", version: 1)
{
    public static readonly State Written = new("written");
    public static readonly State Left = new("left");
    public static readonly State Read = new("read");
    public static readonly State Lost = new("lost", kind: StateKind.Solved);

    public static readonly TouchpointId Letter = TouchpointId.Parse("letter/1~letter~1~customer~email");

    public static IncomingEvent Fact(string name, string id) =>
        new()
        {
            Journey = "letter/1",
            Name = name,
            Id = id,
            Customer = "ana",
        };

    protected override void Define(LifecycleBuilder lifecycle)
    {
        lifecycle.Line(Written.ReachedBy("written"), Left.ReachedBy(TouchpointEvent.Sent, of: "letter"));
        lifecycle.While(Left).On(TouchpointEvent.Opened, of: "letter").GoTo(Read);
        lifecycle.While(Left).On(TouchpointEvent.Failed, of: "letter").GoTo(Lost);
        lifecycle.OnEntering(Written).Send("letter").IfUnknown(UnknownPolicy.Hold);
        lifecycle.OnEntering(Lost).Send("is-lost").By(Channel.Chat).AsWell();
        foreach (TouchpointEvent one in Enum.GetValues<TouchpointEvent>())
        {
            lifecycle
                .On(one, of: "letter")
                .Send($"on-{one.ToString().ToLowerInvariant()}")
                .By(Channel.Chat)
                .When("it is about the letter by email", IsOfMail)
                .Afterwards();
        }
    }

    private static bool IsOfMail(Situation situation) =>
        situation.EventData.GetProperty("touchpoint").GetProperty("channel").GetString() == "email";
}
