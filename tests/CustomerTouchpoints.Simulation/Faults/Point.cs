namespace CustomerTouchpoints.Simulation.Faults;

/// <summary>Where a host waits for something outside of it.</summary>
internal enum Point
{
    Begin,
    Commit,
    Acknowledge,
    Read,
    Directory,
    Send,
    SendAnswer,
    LookUp,
    Escalate,
}
