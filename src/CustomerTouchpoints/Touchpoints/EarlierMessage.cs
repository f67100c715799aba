namespace CustomerTouchpoints.Touchpoints;

/// <summary>A message before a fallback, and what must become of it so that the fallback is not needed.</summary>
/// <param name="Order">Its place in the journey.</param>
/// <param name="Unless">What must become of it.</param>
internal readonly record struct EarlierMessage(long Order, TouchpointEvent Unless);
