namespace CustomerTouchpoints.Touchpoints;

/// <summary>A touchpoint has its outcome.</summary>
internal sealed record TouchpointEnded(long Order, TouchpointStatus Status, Reason Reason) : TouchpointChange(Order)
{
    public override OpenTouchpoint Apply(OpenTouchpoint touchpoint) =>
        touchpoint with
        {
            Status = Status,
            Reason = Reason,
            NextAt = null,
            Sending = null,
            Lookup = null,
        };

    protected override TouchpointMemory Put(TouchpointMemory memory, OpenTouchpoint changed) => memory.End(Order);
}
