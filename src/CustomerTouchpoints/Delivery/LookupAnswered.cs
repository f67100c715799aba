using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Delivery;

/// <summary>A channel answers what became of an attempt.</summary>
internal sealed record LookupAnswered(long Order, int Attempt, LookupResult Result) : Input
{
    public override void Decide(Deliberation deliberation) => DeliveryLookups.Decide(deliberation, this);

    public override Input Plainer => this with { Result = Result.WithoutItsWords() };
}
