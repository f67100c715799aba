namespace CustomerTouchpoints.Journeys;

/// <summary>
/// What one concept remembers of a journey: its messages, its clocks, its promises. The journey carries it, and knows no more of it than
/// this; the concept's room says what is in it.
/// </summary>
internal abstract record JourneyMemory
{
    /// <summary>The earliest instant at which something in it is due; null when nothing is.</summary>
    public abstract DateTimeOffset? NextDue();

    /// <summary>The same under the names of another version.</summary>
    public virtual JourneyMemory Under(VersionNames names) => this;

    protected static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;
}
