using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Tests.Responses.Clocks;

/// <summary>A desk that answers questions, as simple as can be; each test gives it the targets that it is about.</summary>
public abstract class Desk(int version = 1) : Lifecycle("question", version)
{
    public static readonly State Received = new("received");
    public static readonly State InWork = new("in-work");
    public static readonly State TierTwo = new("tier-two");
    public static readonly State OnHold = new("on-hold");
    public static readonly State WithCustomer = new("with-customer");
    public static readonly State Solved = new("solved", kind: StateKind.Solved);
    public static readonly State Closed = new("closed", kind: StateKind.Final);

    protected sealed override void Define(LifecycleBuilder desk)
    {
        desk.Parties("asker", "lead");
        desk.OpensWith("asked").GoTo(Received);
        desk.WhileOpen().On("taken").GoTo(InWork);
        desk.WhileOpen().On("handed-over").GoTo(TierTwo);
        desk.WhileOpen().On("held").GoTo(OnHold);
        desk.WhileOpen().On("asked-back").GoTo(WithCustomer);
        desk.While(WithCustomer).On("wrote").GoTo(Received);
        desk.WhileOpen().On("solved").GoTo(Solved);
        desk.While(Solved).On("reopened").GoTo(Received);
        desk.While(Solved).On("closed").GoTo(Closed);

        desk.While(InWork).IsWorkedOn();
        desk.While(TierTwo).IsWorkedOn();
        desk.While(WithCustomer).WaitsForCustomer();

        desk.On("asked")
            .SetsChannel(asked => Channel.Named(Text(asked, "channel")))
            .SetsPriority(asked => Text(asked, "priority"))
            .SetsTopic(asked => Text(asked, "topic"));
        desk.On("wrote").IsFromCustomer();
        desk.On("reopened").IsMessage(by: _ => Author.Customer);
        desk.On("said")
            .IsMessage(
                by: said => Enum.Parse<Author>(Text(said, "by") ?? "human", ignoreCase: true),
                isPublic: said => Text(said, "note") is null
            )
            .SetsRepresentative(said => Text(said, "who"));
        desk.On("prioritised").SetsPriority(prioritised => Text(prioritised, "priority"));
        desk.On("assigned").SetsRepresentative(assigned => Text(assigned, "who"));
        Targets(desk);
    }

    protected abstract void Targets(LifecycleBuilder desk);

    private static string? Text(Situation situation, string name) =>
        situation.EventData.TryGetProperty(name, out System.Text.Json.JsonElement value) ? value.GetString() : null;
}
