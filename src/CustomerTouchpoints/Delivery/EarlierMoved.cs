using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Delivery;

/// <summary>Something became of the message of which another one is the fallback.</summary>
/// <param name="Order">The fallback.</param>
/// <param name="Earlier">The message before it as it stands now; null where it had ended before.</param>
/// <param name="Facts">What has become of it for the first time.</param>
internal sealed record EarlierMoved(long Order, OpenTouchpoint? Earlier, IReadOnlyList<TouchpointEvent> Facts) : Input
{
    /// <summary>The channel of the message before it.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Whether an attempt of it has just ended without anybody knowing how.</summary>
    public bool IsInDoubt { get; init; }

    /// <summary>Whether a person has decided that it is not told.</summary>
    public bool IsDiscarded { get; init; }

    public override void Decide(Deliberation deliberation) => Fallbacks.Decide(deliberation, this);
}
