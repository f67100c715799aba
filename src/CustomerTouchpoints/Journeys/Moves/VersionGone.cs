using CustomerTouchpoints.Lifecycles.Versions;

namespace CustomerTouchpoints.Journeys.Moves;

/// <summary>The version that the journey follows is no longer there.</summary>
/// <param name="Outline">What the store remembers of it.</param>
internal sealed record VersionGone(LifecycleOutline Outline) : Input
{
    public override void Decide(Deliberation deliberation) => Upgrades.Decide(deliberation, Outline);
}
