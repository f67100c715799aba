namespace CustomerTouchpoints.AspNetCore.Tests.Inboxes;

/// <summary>A note to a customer, in their inbox.</summary>
internal sealed class NoteLifecycle() : Lifecycle("note", version: 1)
{
    public static readonly State Told = new("told");

    protected override void Define(LifecycleBuilder note)
    {
        note.OpensWith("written").GoTo(Told);
        note.OnEntering(Told).Send("order-placed").By(Channel.Inbox);
    }
}
