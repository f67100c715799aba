using CustomerTouchpoints.Delivery;

namespace CustomerTouchpoints.Simulation.Generating;

/// <summary>What an operator decides about one touchpoint that waits for one.</summary>
/// <param name="number">Tells verdicts apart.</param>
/// <param name="touchpoint">The touchpoint.</param>
/// <param name="decision">What is to become of it.</param>
internal sealed class Verdict(int number, TouchpointId touchpoint, ReviewDecision decision) : Caller
{
    private Task<ReviewResult>? resolving;

    public TouchpointId Touchpoint { get; } = touchpoint;

    public ReviewDecision Decision { get; } = decision;

    public string Reason { get; } = $"verdict {number}";

    /// <summary>What the operator heard; null when it was a fault, or nothing.</summary>
    public ReviewResult? Result => resolving is { IsCompletedSuccessfully: true } ? resolving.Result : null;

    protected override Task CallAsync(ICustomerTouchpoints touchpoints) =>
        resolving = touchpoints.ReviewAsync(Touchpoint, Decision, Reason, "operator");
}
