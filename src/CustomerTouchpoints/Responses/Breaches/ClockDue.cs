using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Responses.Breaches;

/// <summary>A response clock has come to a mark, or to its deadline.</summary>
internal sealed record ClockDue(string Clock, int Cycle) : Input
{
    public override void Decide(Deliberation deliberation) => ClockDues.Decide(deliberation, this);
}
