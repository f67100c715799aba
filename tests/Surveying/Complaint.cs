namespace CustomerTouchpoints.Surveying;

/// <summary>A complaint, open until it is settled.</summary>
public sealed class Complaint() : Lifecycle("complaint", version: 1)
{
    public static readonly State Made = new("made");
    public static readonly State Settled = new("settled", kind: StateKind.Solved);

    protected override void Define(LifecycleBuilder complaint)
    {
        complaint.Line(Made.ReachedBy("complained"), Settled.ReachedBy("settled"));
        complaint.While(Settled).On("again").GoTo(Made);
    }
}
