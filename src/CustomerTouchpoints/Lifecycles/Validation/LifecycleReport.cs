namespace CustomerTouchpoints.Lifecycles;

/// <summary>What a check of a lifecycle found.</summary>
/// <param name="Faults">
/// Every fault, concept by concept (parties, line, openings, states, transitions, rules), in each in the order declared; empty for a sound
/// lifecycle.
/// </param>
public sealed record LifecycleReport(IReadOnlyList<Fault> Faults)
{
    /// <summary>What is not forbidden and hardly meant: an answer target above 24 hours. Logged when the host starts.</summary>
    public IReadOnlyList<Fault> Warnings { get; init; } = [];

    /// <summary>Whether no fault was found.</summary>
    public bool IsValid => Faults.Count == 0;

    /// <summary>The faults, one a line, or <c>sound</c>.</summary>
    public override string ToString() => IsValid ? "sound" : string.Join(Environment.NewLine, Faults);
}
