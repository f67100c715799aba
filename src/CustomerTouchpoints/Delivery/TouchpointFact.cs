namespace CustomerTouchpoints.Delivery;

/// <summary>Something became of a message, for the first time.</summary>
/// <param name="Order">The message's place in its journey.</param>
/// <param name="Rule">The key of its rule, as it was planned.</param>
/// <param name="Event">What became of it.</param>
/// <param name="Channel">The channel that it took.</param>
/// <param name="At">When.</param>
internal sealed record TouchpointFact(long Order, string Rule, TouchpointEvent Event, Channel Channel, DateTimeOffset At);
