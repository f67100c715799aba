namespace CustomerTouchpoints.Simulation.Invariants;

/// <summary>An invariant that did not hold.</summary>
/// <param name="Invariant">Which.</param>
/// <param name="What">What was found.</param>
internal sealed record Violation(string Invariant, string What);
