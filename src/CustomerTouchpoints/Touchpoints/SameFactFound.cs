namespace CustomerTouchpoints.Touchpoints;

/// <summary>Messages of other rules tell what this one tells, which leaves only if they do not.</summary>
internal sealed record SameFactFound(long Order, SameFact SameFact, Reason Reason) : TouchpointChange(Order)
{
    public override OpenTouchpoint Apply(OpenTouchpoint touchpoint) => touchpoint with { SameFact = SameFact, Reason = Reason };
}
