namespace CustomerTouchpoints.Reasons;

/// <summary>What became of an escalation.</summary>
internal static class EscalationReasons
{
    public static readonly ReasonKind Breach = new("told-of-breach", "{to} is told of the breach");

    public static readonly ReasonKind Warning = new("told-of-warning", "{to} is told of a warning");

    public static readonly ReasonKind Try = new("escalation-try", "try {try}: {because}");

    public static readonly ReasonKind Over = new(
        "escalation-over",
        "{because} no more: the clock has ended, or was not breached after all"
    );

    public static readonly ReasonKind Failed = new("escalation-failed", "try {try} failed: {details}");

    public static IReadOnlyList<ReasonKind> All => [Breach, Warning, Try, Over, Failed];
}
