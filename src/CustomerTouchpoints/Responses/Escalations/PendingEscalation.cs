namespace CustomerTouchpoints.Responses.Escalations;

/// <summary>An escalation that nobody is known to have been told of.</summary>
/// <param name="Number">Its number among the journey's escalations, from 1.</param>
/// <param name="Clock">The clock's name.</param>
/// <param name="Cycle">The clock's cycle.</param>
/// <param name="Kind">Why.</param>
/// <param name="Warning">Which warning, or which breach, of the cycle, from 1; 0 for the breach that an earlier version has stored.</param>
/// <param name="Share">The share of the target that is used.</param>
/// <param name="At">When it came to that.</param>
/// <param name="To">Whom to tell.</param>
/// <param name="NextAt">When to tell them, or to tell them again unless it is reported before.</param>
/// <param name="Tries">How many tries were begun.</param>
internal sealed record PendingEscalation(
    long Number,
    string Clock,
    int Cycle,
    EscalationKind Kind,
    int Warning,
    double Share,
    DateTimeOffset At,
    IReadOnlyList<string> To,
    DateTimeOffset NextAt,
    int Tries
);
