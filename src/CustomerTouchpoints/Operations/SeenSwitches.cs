namespace CustomerTouchpoints.Operations;

/// <summary>
/// The switches as this host has seen them last: what was claimed before a pause and is not begun is given back. Thread-safe.
/// </summary>
internal sealed class SeenSwitches
{
    private volatile Switchboard board = Switchboard.Open;

    public Switchboard Board
    {
        get => board;
        set => board = value;
    }
}
