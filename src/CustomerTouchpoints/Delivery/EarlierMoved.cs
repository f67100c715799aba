using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Delivery;

/// <summary>Something became of a message before a fallback.</summary>
/// <param name="Order">The fallback.</param>
/// <param name="Earlier">The message that it follows, as it stands now; null where that one has not changed.</param>
/// <param name="Facts">What has become of the messages before it for the first time.</param>
internal sealed record EarlierMoved(long Order, OpenTouchpoint? Earlier, IReadOnlyList<TouchpointFact> Facts) : Input
{
    /// <summary>Whether an attempt of <see cref="Earlier"/> has just ended without anybody knowing how.</summary>
    public bool IsInDoubt { get; init; }

    /// <summary>Whether a person has decided that it is not told.</summary>
    public bool IsDiscarded { get; init; }

    public override void Decide(Deliberation deliberation) => Fallbacks.Decide(deliberation, this);
}
