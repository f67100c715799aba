using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Responses.Promises;

/// <summary>The deadline of a promise has passed.</summary>
internal sealed record PromiseDue(int Number) : Input
{
    public override void Decide(Deliberation deliberation) => Promising.Decide(deliberation, this);
}
