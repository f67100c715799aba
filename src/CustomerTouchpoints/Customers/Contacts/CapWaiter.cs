namespace CustomerTouchpoints.Customers.Contacts;

/// <summary>A message that waits for room under the caps.</summary>
/// <param name="Journey">Its journey.</param>
/// <param name="Order">Its order there.</param>
/// <param name="Place">For what it waits.</param>
internal sealed record CapWaiter(JourneyId Journey, long Order, CapPlace Place) : IComparable<CapWaiter>
{
    /// <summary>By priority, and then by age; what is equal in both has an order of its own, the same on every host.</summary>
    public int CompareTo(CapWaiter? other) =>
        other is null ? 1
        : Place.Priority != other.Place.Priority ? other.Place.Priority.CompareTo(Place.Priority)
        : Place.Since != other.Place.Since ? Place.Since.CompareTo(other.Place.Since)
        : string.CompareOrdinal(Journey.ToString(), other.Journey.ToString()) is not 0 and var byJourney ? byJourney
        : Order.CompareTo(other.Order);

    public static bool operator <(CapWaiter left, CapWaiter right) => left.CompareTo(right) < 0;

    public static bool operator >(CapWaiter left, CapWaiter right) => left.CompareTo(right) > 0;

    public static bool operator <=(CapWaiter left, CapWaiter right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CapWaiter left, CapWaiter right) => left.CompareTo(right) >= 0;
}
