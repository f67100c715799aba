namespace CustomerTouchpoints.Operations;

/// <summary>What is set for one rule.</summary>
public sealed class RuleOverride
{
    /// <summary>Whether the rule is off: it plans nothing, and what it has planned is skipped at its gate. Default false.</summary>
    public bool Off { get; set; }

    /// <summary>
    /// The rule's delay after entering, or its quiet span, instead of the one in the definition. It holds for what is planned from now on;
    /// a quiet timer that runs is
    /// measured by it when it fires. Null leaves the definition's.
    /// </summary>
    public TimeSpan? After { get; set; }

    /// <summary>
    /// The most attempts that may begin within one hour of the clock; what goes beyond waits for the next hour. Null means no budget.
    /// </summary>
    public int? HourlyBudget { get; set; }

    /// <summary>
    /// The most attempts within one <see cref="ApprovalWindow"/> that need nobody's approval. The next one pauses the rule, until an
    /// operator resumes it, which
    /// lets go everything that it has planned until then, or discards that. Null means no threshold.
    /// </summary>
    public int? ApproveAbove { get; set; }

    /// <summary>
    /// The window in which <see cref="ApproveAbove"/> counts. Windows follow each other on the clock, in UTC. Default one hour.
    /// </summary>
    public TimeSpan ApprovalWindow { get; set; } = TimeSpan.FromHours(1);
}
