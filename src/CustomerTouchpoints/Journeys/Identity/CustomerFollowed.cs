namespace CustomerTouchpoints.Journeys.Identity;

/// <summary>A customer who plays roles in the journey turned out to be another, who plays them from now on.</summary>
internal sealed record CustomerFollowed(CustomerId From, CustomerId Into) : Input
{
    public override void Decide(Deliberation deliberation) => Merging.Decide(deliberation, this);
}
