namespace CustomerTouchpoints.Customers;

/// <summary>A role that a customer plays in a journey.</summary>
/// <param name="Journey">The journey.</param>
/// <param name="Role">The role.</param>
/// <param name="Since">When they were named.</param>
internal readonly record struct RolePlayed(JourneyId Journey, string Role, DateTimeOffset Since) : IComparable<RolePlayed>
{
    /// <summary>By when they were named; what is named at one instant has an order of its own, equal on every host.</summary>
    public int CompareTo(RolePlayed other) =>
        Since.CompareTo(other.Since) is not 0 and var byTime ? byTime
        : string.CompareOrdinal(Journey.ToString(), other.Journey.ToString()) is not 0 and var byJourney ? byJourney
        : string.CompareOrdinal(Role, other.Role);
}
