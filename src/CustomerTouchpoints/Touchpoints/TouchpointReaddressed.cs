namespace CustomerTouchpoints.Touchpoints;

/// <summary>A touchpoint is for another customer: the one that its customer turned out to be.</summary>
internal sealed record TouchpointReaddressed(long Order, CustomerId Customer) : TouchpointChange(Order)
{
    public override OpenTouchpoint Apply(OpenTouchpoint touchpoint) => touchpoint with { Customer = Customer };

    protected override TouchpointMemory Put(TouchpointMemory memory, OpenTouchpoint changed) => memory.Exchange(changed);
}
