namespace CustomerTouchpoints.Journeys.Identity;

/// <summary>A customer who plays roles in the journey was erased.</summary>
internal sealed record CustomerGone(CustomerId Customer) : Input
{
    public override void Decide(Deliberation deliberation) => Erasing.Decide(deliberation, Customer);
}
