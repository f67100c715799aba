namespace CustomerTouchpoints.Touchpoints;

/// <summary>A touchpoint loses the data that it carries: it may tell of somebody who was erased.</summary>
internal sealed record TouchpointBared(long Order) : TouchpointChange(Order)
{
    public override OpenTouchpoint Apply(OpenTouchpoint touchpoint) => touchpoint with { Data = null };

    protected override TouchpointMemory Put(TouchpointMemory memory, OpenTouchpoint changed) => memory.Exchange(changed);
}
