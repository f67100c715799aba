namespace CustomerTouchpoints.AddingValue;

/// <summary>A camera came broken: a complaint, where the host says so, until it is settled.</summary>
public sealed class DamageLifecycle() : Lifecycle("damage", version: 1)
{
    public static readonly State Reported = new("reported");
    public static readonly State Settled = new("settled", kind: StateKind.Solved);

    public static IncomingEvent Fact(string name, string id, string? customer = "ana") =>
        new()
        {
            Journey = "damage/1",
            Name = name,
            Id = id,
            Customer = customer is null ? default(CustomerId?) : new CustomerId(customer),
        };

    protected override void Define(LifecycleBuilder damage)
    {
        damage.OpensWith("reported").GoTo(Reported);
        damage.WhileOpen().On("settled").GoTo(Settled);
        damage.While(Settled).On("again").GoTo(Reported);
    }
}
