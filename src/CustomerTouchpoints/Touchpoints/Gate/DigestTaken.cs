using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>A digest that another journey carries takes messages of this one with it.</summary>
/// <param name="Orders">The messages.</param>
/// <param name="Digest">The digest.</param>
internal sealed record DigestTaken(IReadOnlyList<long> Orders, TouchpointId Digest) : Input
{
    public override void Decide(Deliberation deliberation)
    {
        foreach (long order in Orders)
        {
            DigestClosing.Merge(deliberation, order, Digest);
        }
    }
}
