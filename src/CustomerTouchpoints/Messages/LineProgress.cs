namespace CustomerTouchpoints.Messages;

/// <summary>One step of a journey's progress line, and when it was reached.</summary>
/// <param name="State">The name of its state.</param>
/// <param name="Says">The state's public words, in the host's default culture; null when it has none.</param>
/// <param name="ReachedAt">When it was reached; null for a step that is yet to come, or that was skipped.</param>
internal sealed record LineProgress(string State, string? Says, DateTimeOffset? ReachedAt);
