namespace CustomerTouchpoints.Engine.Rates;

/// <summary>A message that waits for a token: by the priority of its rule, then by its age.</summary>
/// <param name="Priority">The priority of its rule; the highest goes first.</param>
/// <param name="PlannedAt">When it was planned.</param>
/// <param name="Journey">Its journey.</param>
/// <param name="Order">Which message of the journey.</param>
internal readonly record struct RateWaiter(int Priority, DateTimeOffset PlannedAt, JourneyId Journey, long Order) : IComparable<RateWaiter>
{
    public int CompareTo(RateWaiter other) =>
        other.Priority.CompareTo(Priority) is not 0 and var priority ? priority
        : PlannedAt.CompareTo(other.PlannedAt) is not 0 and var age ? age
        : string.CompareOrdinal(Journey.Lifecycle, other.Journey.Lifecycle) is not 0 and var lifecycle ? lifecycle
        : string.CompareOrdinal(Journey.Key, other.Journey.Key) is not 0 and var key ? key
        : Order.CompareTo(other.Order);
}
