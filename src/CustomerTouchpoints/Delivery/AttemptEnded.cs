using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Delivery;

/// <summary>An attempt reports.</summary>
internal sealed record AttemptEnded(long Order, int Attempt, long Term, SendResult Result) : Input
{
    /// <summary>Whether another provider of its channel can take the message at once.</summary>
    public bool HasAlternative { get; init; }

    public override void Decide(Deliberation deliberation) => Outcomes.Decide(deliberation, this);

    public override Input Plainer => this with { Result = Result.WithoutItsWords() };
}
