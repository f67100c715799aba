namespace CustomerTouchpoints.Operations;

/// <summary>How one switch stands.</summary>
/// <param name="Scope">What it stands before.</param>
/// <param name="Pause">The pause that is in force; null when it lets everything go.</param>
/// <param name="ResumedAt">When it was last resumed or discarded: what was planned until then is approved. Null while it is paused.</param>
/// <param name="DiscardedUntil">What was planned until then, and has not left, is dropped; of <see cref="SwitchScope.Restored"/>: what was
/// due until then may have been sent already.</param>
internal sealed record SwitchState(SwitchScope Scope, Pause? Pause, DateTimeOffset? ResumedAt, DateTimeOffset? DiscardedUntil)
{
    /// <summary>Whether a message that was planned at this instant was discarded.</summary>
    public bool Discards(DateTimeOffset plannedAt) => plannedAt <= DiscardedUntil;

    /// <summary>
    /// Whether a message that is claimed and not begun is given back: an operator stopped it. What a threshold has let through goes on.
    /// </summary>
    public bool GivesBack(DateTimeOffset plannedAt) => Discards(plannedAt) || (Pause is { } pause && pause.By != Limit.Threshold);
}
