using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Delivery;

/// <summary>A person withdraws what is pending of a journey.</summary>
internal sealed record WithdrawalAsked(string Reason, string By) : Input
{
    public override void Decide(Deliberation deliberation) => Withdrawals.Decide(deliberation, this);
}
