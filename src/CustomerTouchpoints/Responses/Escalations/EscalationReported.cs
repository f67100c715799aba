using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Responses.Escalations;

/// <summary>A call of the host's escalation handler reports.</summary>
/// <param name="Number">The escalation.</param>
/// <param name="Try">The try.</param>
/// <param name="Failure">Why it failed, in words that name nobody; null when it worked.</param>
internal sealed record EscalationReported(long Number, int Try, string? Failure) : Input
{
    public override void Decide(Deliberation deliberation) => Escalating.Decide(deliberation, this);

    public override Input Plainer => this with { Failure = Failure is null ? null : "what it failed with can't be stored" };
}
