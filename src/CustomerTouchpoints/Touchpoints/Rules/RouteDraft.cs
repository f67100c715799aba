namespace CustomerTouchpoints.Touchpoints.Rules;

/// <summary>A message of a rule while it is being written.</summary>
/// <param name="Channels">Its route.</param>
/// <param name="After">For a fallback of the message before it, how long that one has; null for a message of its own.</param>
/// <param name="Unless">What must become of the message before it.</param>
internal sealed record RouteDraft(IReadOnlyList<Channel> Channels, TimeSpan? After = null, TouchpointEvent Unless = default);
