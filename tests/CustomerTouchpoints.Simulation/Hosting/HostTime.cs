namespace CustomerTouchpoints.Simulation.Hosting;

/// <summary>
/// A host's own clock: it may be set forward or back, its stopwatch may not; nothing rings in a host that stands still or is dead.
/// </summary>
internal sealed class HostTime(SimulatedHost host, TimeProvider time) : TimeProvider
{
    private readonly List<Action> missed = [];

    public TimeSpan Offset { get; set; }

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + Offset;

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(_ => Ring(() => callback(state)), null, dueTime, period);

    /// <summary>The host goes on: what should have rung rings now.</summary>
    public void Wake()
    {
        Action[] ringing = [.. missed];
        missed.Clear();
        foreach (Action ring in ringing)
        {
            ring();
        }
    }

    private void Ring(Action ring)
    {
        if (host.IsAwake)
        {
            ring();
        }
        else if (!host.IsDead)
        {
            missed.Add(ring);
        }
    }
}
