using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Simulation.Generating;

/// <summary>What an operator decides about one touchpoint that waits for one.</summary>
/// <param name="number">Tells verdicts apart.</param>
/// <param name="touchpoint">The touchpoint.</param>
/// <param name="resolution">What is to become of it.</param>
internal sealed class Verdict(int number, TouchpointId touchpoint, Resolution resolution) : Caller
{
    private Task<ResolveResult>? resolving;

    public TouchpointId Touchpoint { get; } = touchpoint;

    public Resolution Resolution { get; } = resolution;

    public string Reason { get; } = $"verdict {number}";

    /// <summary>What the operator heard; null when it was a fault, or nothing.</summary>
    public ResolveResult? Result => resolving is { IsCompletedSuccessfully: true } ? resolving.Result : null;

    protected override Task CallAsync(ICustomerTouchpoints touchpoints) =>
        resolving = touchpoints.ResolveUnknownAsync(Touchpoint, Resolution, Reason, "operator");
}
