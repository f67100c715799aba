namespace CustomerTouchpoints.Touchpoints.Rules;

/// <summary>A message of a rule that leaves when the one before it did not reach the customer in time, or can't.</summary>
/// <param name="Channel">The first channel of its route.</param>
/// <param name="After">How long the one before it has, from when it was to be told, or from when it left.</param>
/// <param name="Unless">What must become of the one before it within that time.</param>
internal sealed record RuleFallback(Channel Channel, TimeSpan After, TouchpointEvent Unless);
