namespace CustomerTouchpoints.Touchpoints;

/// <summary>A touchpoint is for another customer: the one that its customer turned out to be.</summary>
internal sealed record TouchpointReaddressed(long Order, CustomerId Customer) : TouchpointChange(Order)
{
    public override OpenTouchpoint Apply(OpenTouchpoint touchpoint) =>
        touchpoint with
        {
            Customer = Customer,
            InDigest = touchpoint.InDigest is { IsSeated: true } place
                ? place with
                {
                    ClosesAt = null,
                    IsSeated = false,
                }
                : touchpoint.InDigest,
        };

    protected override TouchpointMemory Put(TouchpointMemory memory, OpenTouchpoint changed) => memory.Exchange(changed);
}
