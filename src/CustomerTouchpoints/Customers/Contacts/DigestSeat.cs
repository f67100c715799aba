namespace CustomerTouchpoints.Customers.Contacts;

/// <summary>A message that waits in a digest of its customer.</summary>
/// <param name="Journey">Its journey.</param>
/// <param name="Order">Its order there.</param>
/// <param name="Digest">The digest's name.</param>
/// <param name="Channel">The first channel of its route: each has a digest of its own.</param>
/// <param name="ClosesAt">When its window closes.</param>
internal sealed record DigestSeat(JourneyId Journey, long Order, string Digest, Channel Channel, DateTimeOffset ClosesAt)
    : IComparable<DigestSeat>
{
    /// <summary>By when they leave; what leaves together has an order of its own, the same on every host.</summary>
    public int CompareTo(DigestSeat? other) =>
        other is null ? 1
        : ClosesAt != other.ClosesAt ? ClosesAt.CompareTo(other.ClosesAt)
        : string.CompareOrdinal(Journey.ToString(), other.Journey.ToString()) is not 0 and var byJourney ? byJourney
        : Order.CompareTo(other.Order);

    public static bool operator <(DigestSeat left, DigestSeat right) => left.CompareTo(right) < 0;

    public static bool operator >(DigestSeat left, DigestSeat right) => left.CompareTo(right) > 0;

    public static bool operator <=(DigestSeat left, DigestSeat right) => left.CompareTo(right) <= 0;

    public static bool operator >=(DigestSeat left, DigestSeat right) => left.CompareTo(right) >= 0;
}
