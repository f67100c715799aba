using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Delivery;

/// <summary>It is time to ask a channel what became of an attempt.</summary>
internal sealed record LookupDue(long Order) : Input
{
    public override void Decide(Deliberation deliberation) => DeliveryLookups.Decide(deliberation, this);
}
