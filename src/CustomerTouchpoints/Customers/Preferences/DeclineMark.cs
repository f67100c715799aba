namespace CustomerTouchpoints.Customers.Preferences;

/// <summary>What a customer does not want.</summary>
/// <param name="Topic">The topic; null for whatever may be declined.</param>
/// <param name="Channel">The channel; null for every channel.</param>
internal sealed record DeclineMark(string? Topic, Channel? Channel) : IComparable<DeclineMark>
{
    public int CompareTo(DeclineMark? other) =>
        string.CompareOrdinal(Topic, other?.Topic) is not 0 and var byTopic
            ? byTopic
            : string.CompareOrdinal(Channel?.Name, other?.Channel?.Name);
}
